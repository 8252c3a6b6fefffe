import type { Connection } from '../subject.js';
import type { Path } from '../subject-file-error.js';

/** `error`: the connection cannot work, or is unsafe. `warning`: it probably does not. `info`: worth knowing. */
export type Level = 'error' | 'warning' | 'info';

/** What else stands in the file, for rules that look beyond one connection. */
export interface Surroundings {
  /** Every connection of the file, in order; the one that is judged is among them. */
  connections: readonly Connection[];
  /** Settings that the product asks people for, as its own manifest names them. */
  preferences: readonly { name: string; type?: string }[];
  /** The connection that the product's own manifest builds on, where it names one. */
  capabilityConnectionId: string | undefined;
  /** The built-in mock takes the place of the provider, with endpoints of its own. */
  playedByMock?: boolean;
}

/** A change of the text that is safe to make: it alters nothing but what is objected to. */
export type Fix = { replaceWith: string } | { remove: true };

export interface RuleObjection {
  /** From the connection on: `['auth', 'scopes', 0]`. */
  path: Path;
  /**
   * Where `path` begins when it is about what stands beside the connections: `['preferences', 0, 'type']`. The rule
   * says so of each connection, and it is told once.
   */
  from?: 'file';
  what: string;
  why: string;
  instead: string;
  fix?: Fix;
}

/** One rule on connections. Its id is its file's name. Pure: no environment, no network, no clock. */
export interface ConnectionRule {
  level: Level;
  /** What it demands, one sentence for docs/writing-a-connection.md. */
  demands: string;
  /** What to write instead, in general: one sentence. An objection says it of the very field. */
  remedy: string;
  /** The clause it follows, where there is one. */
  clause?: string;
  check(connection: Connection, surroundings: Surroundings): RuleObjection[];
}
