import type { RequirementResult } from '../fixtures/verdict/result.js';

/** The most frequent reason first: one cause often leaves many requirements open. */
export function byReason<T>(items: readonly T[], reasonFor: (item: T) => string): [reason: string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const reason = reasonFor(item);
    const known = groups.get(reason);
    if (known === undefined) groups.set(reason, [item]);
    else known.push(item);
  }
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}

/** Why a requirement could not be decided. What the control met with is told where controls are. */
export function undecidedReason({ controls, message, crashed }: RequirementResult): string {
  const failed = controls.find(({ passed }) => !passed);
  if (crashed !== undefined) return `without a verdict: ${crashed}`;
  if (failed !== undefined) return `the control ${failed.id} failed ${failed.when} the test`;
  return message ?? 'no reason given';
}
