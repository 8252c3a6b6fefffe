import { inShell } from '../connection/in-shell.js';
import type { RequirementResult } from '../fixtures/verdict/result.js';
import type { Finding } from '../fixtures/verdict/verdict.js';
import { curl } from '../fixtures/wire/curl.js';
import type { SubjectResults } from '../results/run-results.js';

/** Where a finding can be seen again. */
export type Place = Pick<SubjectResults, 'file' | 'meets'>;

/** The findings that gave a result its verdict. */
export function decidingFindings({ findings, verdict }: RequirementResult): Finding[] {
  return findings.filter((finding) => finding.verdict === verdict);
}

/**
 * Commands that show a finding again, in order. Of a server they are the requests as `curl` sends them; where a walk
 * through pages led to the finding, the request that began it comes first: it is the one that holds the defect. A
 * client's request cannot be sent again by hand: what is repeated is the test.
 */
export function reproductionOf(result: RequirementResult, { file, meets }: Place): string[] {
  const { id, evidence } = result;
  if (id.startsWith('client/')) {
    const persona = meets === undefined ? [] : [`--profile ${inShell(meets.profile)}`];
    const words = [...persona, `--only ${id}`, ...(file === undefined ? [] : [inShell(file)])].join(' ');
    return [`npx proofkey run ${words}`];
  }
  const pointed = decidingFindings(result).find(({ exchange }) => exchange !== undefined);
  const at = (index: number | undefined) => (index === undefined ? undefined : evidence[index]);
  const [begun, deciding] = [at(pointed?.begun), at(pointed?.exchange)];
  if (deciding === undefined) return [];
  return [...(begun === undefined ? [] : [curl(begun)]), curl(deciding)];
}
