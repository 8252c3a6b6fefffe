import type { Connection } from '../subject.js';
import type { Input } from './input.js';
import type { Statement } from './statement.js';

/** Somebody else's notation for a connection. Pure: no environment, no network, and nothing of the input is run. */
export interface Dialect {
  /** What the input is, for "imported from FILE, …". */
  title: string;
  /** How one knows it, for the message when nothing fits. */
  expects: string;
  /** Whether the input is of this notation, whatever it then lacks. */
  recognises(input: Input): boolean;
  /** The connections in it; empty when all were refused, and the statement then says why. */
  read(input: Input, statement: Statement): Connection[];
}
