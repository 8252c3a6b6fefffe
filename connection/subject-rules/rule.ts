import type { Path } from '../subject-file-error.js';
import type { SubjectInFile } from '../subject-in-file.js';

/** Something wrong at a path of the file. */
export interface Objection {
  path: Path;
  /** What is wrong, why it matters, what to write instead. */
  message: string;
}

export interface RuleInput {
  subject: SubjectInFile;
  /** Calendar day in UTC, YYYY-MM-DD. */
  today: string;
}

/** Judges what the schema cannot say. Pure: no environment, no network, no clock. */
export type SubjectRule = (input: RuleInput) => Objection[];
