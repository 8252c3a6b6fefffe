import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { readPlan } from '../fixtures/plan.js';

/** Milliseconds for one requirement: variants, controls and ten-second limits of dead requests included. */
const requirementTimeout = 90_000;
/** Milliseconds for a whole run: a wedged subject must not outlive it. */
const runTimeout = 40 * 60_000;

const plan = readPlan();
const suites = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig<object, { subject: string }>({
  testDir: suites,
  outputDir: join(tmpdir(), `proofkey-${process.pid}`),
  timeout: requirementTimeout,
  globalTimeout: runTimeout,
  workers: plan.workers,
  retries: 0,
  preserveOutput: 'never',
  reportSlowTests: null,
  reporter: [['../results/collector-reporter.js']],
  projects: plan.subjects.map(({ name, requirements }) => ({
    name,
    use: { subject: name },
    testMatch: requirements.map(
      (id) => new RegExp(`[\\\\/]suites[\\\\/]${id.replaceAll('/', '[\\\\/]')}\\.spec\\.[jt]s$`),
    ),
  })),
});
