import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { type PlannedSubject, readPlan } from '../fixtures/plan.js';

/** Milliseconds for one requirement: variants, controls and ten-second limits of dead requests included. */
const requirementTimeout = 90_000;
/** Milliseconds for one that a person takes part in: several logins, each waited for. */
const interactiveTimeout = 20 * 60_000;
/** Milliseconds for a whole run: a wedged subject must not outlive it. */
const runTimeout = 40 * 60_000;

/** Requests that the longest requirement sends, controls included. */
const mostRequests = 400;

/** One worker keeps to a rate limit that the connection declares, and gets the time that this takes. */
function paced({ subject }: PlannedSubject): { workers?: number; timeout?: number } {
  const limit = subject.connection?.auth.rateLimit;
  if (limit === undefined) return {};
  return {
    workers: 1,
    timeout: requirementTimeout + (mostRequests * limit.perSeconds * 1000) / limit.requests,
  };
}

/** A client that has one address, port or person to serve it cannot meet two providers at a time. */
function exclusive({ subject: { client } }: PlannedSubject): { workers?: number; timeout?: number } {
  if (client === undefined) return {};
  const { driver, exclusive, issuer } = client;
  if ('interactive' in driver) return { workers: 1, timeout: interactiveTimeout };
  const web = 'http' in driver ? driver.http : 'browser' in driver ? driver.browser : undefined;
  const oneAddress = web !== undefined && !(web.start !== undefined && web.startUrl.includes('{port}'));
  return exclusive || issuer !== undefined || oneAddress ? { workers: 1 } : {};
}

const plan = readPlan();
// A worker serves one subject only, and starting one takes a second: with many subjects (mutants), one worker each.
const perSubject = plan.subjects.length > plan.workers ? { workers: 1 } : {};
const suites = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig<object, { subject: string }>({
  testDir: suites,
  outputDir: join(plan.out, 'artifacts'),
  timeout: requirementTimeout,
  globalTimeout: runTimeout,
  workers: plan.workers,
  retries: 0,
  preserveOutput: 'never',
  reportSlowTests: null,
  reporter: [['../results/collector-reporter.js'], ['../reports/progress-reporter.js']],
  projects: plan.subjects.map((subject) => ({
    name: subject.name,
    ...perSubject,
    ...paced(subject),
    ...exclusive(subject),
    use: { subject: subject.name },
    testMatch: subject.requirements.map(
      (id) => new RegExp(`[\\\\/]suites[\\\\/]${id.replaceAll('/', '[\\\\/]')}\\.spec\\.[jt]s$`),
    ),
  })),
});
