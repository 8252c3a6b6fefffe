import type { RequirementResult } from '../../fixtures/verdict/result.js';

/**
 * What a run says about a threat. Only `covered` says that it is met: what was skipped, undecided or not asked leaves a
 * threat unknown, however much else passed.
 */
export type ThreatState = 'open' | 'warned' | 'unknown' | 'covered';

/** In the order in which a reader wants them. */
export const threatStates: readonly ThreatState[] = ['open', 'warned', 'unknown', 'covered'];

export const threatStateTexts: Record<ThreatState, string> = {
  open: 'a requirement that covers it failed',
  warned: 'a recommendation against it is not followed',
  unknown: 'not tested, or not decided',
  covered: 'every requirement that covers it passed',
};

/** By the requirements of one subject that cover the threat, declared to fail or not. */
export function threatState(covering: readonly Pick<RequirementResult, 'verdict'>[]): ThreatState {
  const some = (...wanted: RequirementResult['verdict'][]) =>
    covering.some(({ verdict }) => wanted.includes(verdict));
  if (some('fail')) return 'open';
  if (covering.length === 0 || some('skipped', 'inconclusive')) return 'unknown';
  return some('warn') ? 'warned' : 'covered';
}
