import type { RequirementResult } from '../fixtures/verdict/result.js';
import type { RunResults } from '../results/run-results.js';
import type { Candidate } from './real-client.js';

/** Markdown: one row a client, then what each fails, warns about and leaves to its caller. */
export function clientTable(candidates: readonly Candidate[], { subjects }: RunResults): string {
  const rows = candidates.map((candidate) => {
    const judged = subjects.find(({ file }) => file?.includes(`/${candidate.name}/`));
    const reasons = new Map(judged?.fails.map(({ id, reason = '' }) => [id, reason]));
    return { candidate, requirements: judged?.requirements ?? [], reasons };
  });
  const lines = rows.map(({ candidate: { client, driver, missing }, requirements }) => {
    const count = (verdict: string) => String(requirements.filter((one) => one.verdict === verdict).length);
    if (missing !== undefined) return `| ${client} | ${driver} | not installed here | | | | |`;
    const counts = ['pass', 'fail', 'warn', 'skipped', 'inconclusive'].map(count);
    return `| ${client} | ${driver} | ${counts.join(' | ')} |`;
  });
  return [
    '# Real clients, judged by the client core suite',
    '',
    'Written by `npm run test:real-clients`. Every failure is declared in the subject file of the client, with its reason.',
    '',
    '| client | driver | pass | fail | warn | skipped | inconclusive |',
    '|---|---|---|---|---|---|---|',
    ...lines,
    '',
    ...rows.flatMap(({ candidate, requirements, reasons }) => details(candidate, requirements, reasons)),
  ].join('\n');
}

const told = { fail: 'Fails', warn: 'Warnings', inconclusive: 'Inconclusive' } as const;

function details(
  { client }: Candidate,
  requirements: readonly RequirementResult[],
  reasons: ReadonlyMap<string, string>,
): string[] {
  const lists = Object.entries(told).flatMap(([verdict, heading]) => {
    const found = requirements.filter((one) => one.verdict === verdict);
    if (found.length === 0) return [];
    const line = ({ id, message }: RequirementResult) => {
      const reason = verdict === 'fail' ? reasons.get(id) : undefined;
      return `- \`${id}\`: ${oneLine(message)}${reason === undefined ? '' : `. ${oneLine(reason, 600)}`}`;
    };
    return [`${heading}:`, '', ...found.map(line), ''];
  });
  const skipped = skippedBecause(requirements);
  if (lists.length === 0 && skipped.length === 0) return [];
  return [`## ${client}`, '', ...lists, ...skipped];
}

/** Rows by the reason for which they are skipped. */
function skippedBecause(requirements: readonly RequirementResult[]): string[] {
  const reasons = new Map<string, number>();
  for (const { verdict, message = '' } of requirements)
    if (verdict === 'skipped') reasons.set(message, (reasons.get(message) ?? 0) + 1);
  if (reasons.size === 0) return [];
  return ['Skipped:', '', ...[...reasons].map(([reason, count]) => `- ${count} × ${oneLine(reason)}`), ''];
}

/** Text of a client in a list: nothing in it may end the line or begin markup. Ports differ from run to run. */
function oneLine(text = '', longest = 300): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/(127\.0\.0\.1|localhost):\d+/g, '$1')
    .replace(/[<>|`]/g, '\\$&')
    .slice(0, longest);
}
