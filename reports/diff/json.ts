import type { RunDiff } from '../../results/diff.js';
import { visibleJson } from '../visible-json.js';

/** A comparison for a program, by diff.schema.json: every list, also the empty ones. */
export function jsonDiff(diff: RunDiff): string {
  return visibleJson(`${JSON.stringify(diff, undefined, 2)}\n`);
}
