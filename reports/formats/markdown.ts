import type { RunResults } from '../../results/run-results.js';
import { fitted } from '../markdown/fitted.js';
import { sectionsOf } from '../markdown/sections.js';
import type { Reporter } from '../reporter.js';

/** GitHub takes no step summary above 1 MiB; some is left for what else a step writes. */
const limit = 1_000_000;

const rest =
  '\n*More is left out here: `report.html` and `results.json`, written beside this file, have all.*\n';

/** For pull requests, step summaries and chats. What a target wrote is code in it and nothing else. */
export const markdown: Reporter = { file: 'summary.md', render };

function render(run: RunResults): string {
  return fitted(sectionsOf(run), { limit, sizeOf: Buffer.byteLength, rest });
}
