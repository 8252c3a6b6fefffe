import type { Level } from '../rules/rule.js';
import type { Edit } from './edit-for.js';

export type { Level } from '../rules/rule.js';

/** Something to say about a manifest. */
export interface Finding {
  /** Id in the rule catalogue. */
  rule: string;
  level: Level;
  /** As the user named it. */
  file: string;
  /** 1-based. */
  line: number;
  /** 1-based, in UTF-16 code units. */
  column: number;
  /** As `connection.auth.scopes[0]`; empty for the file as a whole. */
  path: string;
  /** What is wrong, why it matters, what to write instead. Never holds the value of a secret. */
  message: string;
  /** A change of the text that is safe to make. */
  edit?: Edit;
}
