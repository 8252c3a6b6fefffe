import type { RunResults } from '../../results/run-results.js';
import { sectionsOf } from '../markdown/sections.js';
import type { Reporter } from '../reporter.js';

/** GitHub takes no step summary above 1 MiB; some is left for what else a step writes. */
export const summaryLimit = 1_000_000;

/** For pull requests, step summaries and chats. What a target wrote is code in it and nothing else. */
export const markdown: Reporter = { file: 'summary.md', render };

function render(run: RunResults): string {
  const rest =
    '\n*More is left out here: `report.html` and `results.json`, written beside this file, have all.*\n';
  let left = summaryLimit - Buffer.byteLength(rest);
  const written: string[] = [];
  for (const section of sectionsOf(run)) {
    left -= Buffer.byteLength(section) + 2;
    if (left < 0) return `${written.join('\n\n')}\n${rest}`;
    written.push(section);
  }
  return `${written.join('\n\n')}\n`;
}
