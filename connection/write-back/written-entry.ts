import { parse } from 'yaml';
import type { Declared } from '../subject.js';

/** How an entry is written: as JSON, in braces, or with a line for each field. */
export type Notation = 'json' | 'braces' | 'lines';

/** An entry as a list's item, in one line, or in several that are indented by `indent`. */
export function writtenEntry(entry: Declared, notation: Notation, indent: string, eol: string): string {
  if (notation === 'json') return JSON.stringify(entry);
  const fields = Object.entries(entry).map(([key, value]) => `${key}: ${written(value)}`);
  return notation === 'braces' ? `{ ${fields.join(', ')} }` : fields.join(eol + indent);
}

function written(value: string | string[]): string {
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  return isPlain(value) ? value : JSON.stringify(value);
}

/** Whether a text may stand without quotes, in braces too: `null`, `1e3` and `2026-01-01: x` may not. */
function isPlain(text: string): boolean {
  return /^[a-z][\w./-]*$/i.test(text) && parse(text) === text;
}
