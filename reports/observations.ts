import type { RequirementResult } from '../fixtures/verdict/result.js';
import type { Finding } from '../fixtures/verdict/verdict.js';
import { decidingFindings } from './reproduction.js';

/** What was expected and received, alike in each of the variants. */
export interface Observed {
  expected: string;
  received: string;
  variants: string[];
  drift?: NonNullable<Finding['drift']>;
}

/** The findings that gave a result its verdict; those that say the same of several variants are one. */
export function observationsOf(result: RequirementResult): Observed[] {
  const alike = new Map<string, Observed>();
  for (const { expected, received, variant, drift } of decidingFindings(result)) {
    const key = JSON.stringify([expected, received, drift?.field]);
    const known = alike.get(key) ?? {
      expected,
      received,
      variants: [],
      ...(drift === undefined ? {} : { drift }),
    };
    alike.set(key, { ...known, variants: [...known.variants, ...(variant === undefined ? [] : [variant])] });
  }
  return [...alike.values()];
}
