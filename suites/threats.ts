import { rfc6819 } from './threats/rfc6819.js';
import { rfc9700 } from './threats/rfc9700.js';

export { notCovered } from './threats/not-covered.js';

/**
 * Threats that requirements cover, by the sections that describe them. A requirement covers a threat where its
 * violation is the attack, or takes away a countermeasure that the section names.
 */
export const threats = { ...rfc9700, ...rfc6819 } as const;

export type ThreatId = keyof typeof threats;
