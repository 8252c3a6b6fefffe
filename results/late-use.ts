import type { LateUse } from '../fixtures/client/wire-watch.js';
import type { RequirementResult } from '../fixtures/verdict/result.js';

/**
 * A code or token that the client had reported as refused, and used in the test of another requirement: the refusal
 * was none, so the requirement that rested on it fails after all. Doing it again, with those of other shards, adds nothing twice.
 */
export function withLateUses(requirements: readonly RequirementResult[]): RequirementResult[] {
  const uses = requirements.flatMap(({ lateUses = [] }) => lateUses);
  return requirements.map((result) => {
    const use = uses.find(({ requirement }) => requirement === result.id);
    if (use === undefined || holds(result, use)) return result;
    const { expected, received } = use;
    return {
      ...result,
      verdict: 'fail',
      message: `expected ${expected}; received ${received}`,
      findings: [...result.findings, { verdict: 'fail', expected, received }],
    };
  });
}

function holds({ findings }: RequirementResult, { expected, received }: LateUse): boolean {
  return findings.some((finding) => finding.expected === expected && finding.received === received);
}
