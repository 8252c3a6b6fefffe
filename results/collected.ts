import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequirementResult } from '../fixtures/verdict/result.js';

/** File between the test runner and the command line: one JSON line each, so that a killed run leaves what it had. */
export const collectedFile = 'collected.jsonl';

export type CollectedLine = { result: RequirementResult } | { error: string };

export interface Collected {
  results: RequirementResult[];
  /** What the runner reported outside of any test. */
  errors: string[];
}

/** Reads what the runner left in a folder; a last line that was cut off is dropped. */
export function readCollected(folder: string): Collected {
  const file = join(folder, collectedFile);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const lines = text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as CollectedLine);
  return {
    results: lines.flatMap((line) => ('result' in line ? [line.result] : [])),
    errors: lines.flatMap((line) => ('error' in line ? [line.error] : [])),
  };
}
