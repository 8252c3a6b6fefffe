import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { readPlan } from '../fixtures/plan.js';

/** Milliseconds for one requirement: variants, controls and ten-second limits of dead requests included. */
const requirementTimeout = 90_000;
/** Milliseconds for a whole run: a wedged subject must not outlive it. */
const runTimeout = 40 * 60_000;

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
  projects: plan.subjects.map(({ name, requirements }) => ({
    name,
    ...perSubject,
    use: { subject: name },
    testMatch: requirements.map(
      (id) => new RegExp(`[\\\\/]suites[\\\\/]${id.replaceAll('/', '[\\\\/]')}\\.spec\\.[jt]s$`),
    ),
  })),
});
