import type { Fix } from '../rules/rule.js';
import type { Path } from '../subject-file-error.js';
import type { SubjectInFile } from '../subject-in-file.js';

/** Something wrong at a path of the file. */
export interface Objection {
  path: Path;
  /** What is wrong, why it matters, what to write instead. */
  message: string;
  fix?: Fix;
}

export interface RuleInput {
  subject: SubjectInFile;
  /** Calendar day in UTC, YYYY-MM-DD; without one nothing has expired. */
  today?: string;
}

/** Judges what the schema cannot say; whatever it objects to is an error. Its id is its file's name. */
export interface SubjectRule {
  /** What it demands, one sentence for the documentation. */
  demands: string;
  /** What to write instead, in general: one sentence. An objection says it of the very field. */
  remedy: string;
  /** The clause it follows, where there is one. */
  clause?: string;
  /** Whether it judges a connection too, wherever it stands, as if a subject file held nothing else. */
  onConnections?: true;
  /** Pure: no environment, no network, no clock. */
  check(input: RuleInput): Objection[];
}
