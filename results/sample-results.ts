/** For tests: results that no run has produced. */

import { dayOf } from '../connection/expired.js';
import type { RequirementResult } from '../fixtures/verdict/result.js';
import { outcomeOf } from './outcome.js';
import type { RunResults, SubjectResults } from './run-results.js';

const startedAt = '2026-06-15T12:00:00.000Z';

/** A passed requirement, with the given changes. */
export function sampleResult(id: string, changes: Partial<RequirementResult> = {}): RequirementResult {
  return {
    id,
    title: `Title of ${id}`,
    subject: 'sample',
    verdict: 'pass',
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 6749 §4.1.2'],
    attack: 'something is stolen',
    threats: ['RFC 9700 §4.5'],
    tested: 'Asks twice.',
    fix: 'Guard it.',
    negative: false,
    findings: [],
    notes: [],
    controls: [],
    evidence: [],
    durationMs: 12,
    ...changes,
  };
}

export function sampleSubject(
  requirements: RequirementResult[],
  changes: Partial<Omit<SubjectResults, 'outcome'>> = {},
): SubjectResults {
  const subject = {
    name: 'sample',
    against: ['oauth2.0' as const],
    fails: [],
    warns: [],
    flaky: [],
    exactWarns: false,
    diagnosis: [],
    requirements,
    ...changes,
  };
  return { ...subject, outcome: outcomeOf(subject, dayOf(startedAt)) };
}

export function sampleRun(subjects: SubjectResults[], changes: Partial<RunResults> = {}): RunResults {
  return {
    schema: 1,
    tool: { name: 'proofkey', version: '0.0.0' },
    startedAt,
    durationMs: 1234,
    strict: false,
    exitCode: 0,
    harness: [],
    subjects,
    ...changes,
  };
}
