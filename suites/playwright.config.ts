import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { meetsOneAtATime } from '../fixtures/client/one-at-a-time.js';
import { type PlannedSubject, readPlan } from '../fixtures/plan.js';
import { orderedSpec } from './ordered-spec.js';

/** Milliseconds for one requirement: variants, controls and ten-second limits of dead requests included. */
const requirementTimeout = 90_000;
/** Milliseconds for one that a person takes part in: several logins, each waited for. */
const interactiveTimeout = 20 * 60_000;
/** Milliseconds for a whole run: a wedged subject must not outlive it. */
const runTimeout = 40 * 60_000;

/** One worker keeps to the rate limit that a connection declares: it takes requirements by their worth, and may wait. */
function budgeted({ budget, requirements }: PlannedSubject, index: number) {
  if (budget === undefined) return {};
  return {
    workers: 1,
    timeout: requirementTimeout + budget.patienceSeconds * 1000,
    ...orderedSpec(plan.out, `budgeted-${index}`, requirements),
  };
}

/** Milliseconds that the requirements of all subjects may wait for rate limits. */
function waitingTime(subjects: readonly PlannedSubject[]): number {
  return subjects.reduce(
    (sum, { budget, requirements }) => sum + requirements.length * (budget?.patienceSeconds ?? 0) * 1000,
    0,
  );
}

/** Two subjects of one server spend from one limit: only one after the other do they know what is left. */
function shareLimit(subjects: readonly PlannedSubject[]): boolean {
  const ledgers = subjects.flatMap(({ budget }) => (budget === undefined ? [] : [budget.ledger]));
  return new Set(ledgers).size < ledgers.length;
}

/** A client that has one address, port or person to serve it cannot meet two providers at a time. */
function exclusive({ subject: { client } }: PlannedSubject): { workers?: number; timeout?: number } {
  if (client === undefined) return {};
  if ('interactive' in client.driver) return { workers: 1, timeout: interactiveTimeout };
  return meetsOneAtATime(client) ? { workers: 1 } : {};
}

const plan = readPlan();
// A worker serves one subject only, and starting one takes a second: with many subjects (mutants), one worker each.
const perSubject = plan.subjects.length > plan.workers ? { workers: 1 } : {};
const suites = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig<object, { subject: string }>({
  testDir: suites,
  outputDir: join(plan.out, 'artifacts'),
  timeout: requirementTimeout,
  globalTimeout: runTimeout + waitingTime(plan.subjects),
  workers: shareLimit(plan.subjects) ? 1 : plan.workers,
  retries: 0,
  preserveOutput: 'never',
  reportSlowTests: null,
  reporter: [['../results/collector-reporter.js'], ['../reports/progress-reporter.js']],
  projects: plan.subjects.map((subject, index) => ({
    name: subject.name,
    ...perSubject,
    use: { subject: subject.name },
    testMatch: subject.requirements.map(
      (id) => new RegExp(`[\\\\/]suites[\\\\/]${id.replaceAll('/', '[\\\\/]')}\\.spec\\.[jt]s$`),
    ),
    ...budgeted(subject, index),
    ...exclusive(subject),
  })),
});
