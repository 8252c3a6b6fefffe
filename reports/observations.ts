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
  return alike(decidingFindings(result)).map((group) => {
    const [{ expected, received, drift }] = group;
    const variants = variantsOf(group);
    return { expected, received, variants, ...(drift === undefined ? {} : { drift }) };
  });
}

/** Findings in groups that say the same, in the order of the first of each: they are told once. */
export function alike(findings: readonly Finding[]): [Finding, ...Finding[]][] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const { verdict, expected, received, drift } = finding;
    const key = JSON.stringify([verdict, expected, received, drift]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}

/** Names of the variants that a group is about. */
export function variantsOf(group: readonly Finding[]): string[] {
  return group.flatMap(({ variant }) => variant ?? []);
}
