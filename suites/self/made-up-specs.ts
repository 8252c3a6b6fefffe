import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Plan, planVariable } from '../../fixtures/plan.js';
import { mockSubject } from './subject-files.js';

const compiled = new URL('../', import.meta.url);

/** First part of the ids of made-up requirements; the rest is their name. */
export const specArea = 'server/harness';

const spec = (name: string, body: string) => `
import { requirement } from ${JSON.stringify(new URL('requirement.js', compiled).href)};
import { test } from ${JSON.stringify(new URL('test.js', compiled).href)};
test(${JSON.stringify(name)}, requirement({
  level: 'MUST', severity: 'high', tier: 'core', clauses: ['RFC 6749 §1'], attack: 'None.', threats: [], tested: 'T.', fix: 'F.',
  needs: [], negative: false,
}), async ({ judge }) => { ${body} });
`;

/**
 * Runs requirements that exist only here, given by name and body, against the mock: with the product's own
 * fixtures and configuration, but for the time limit. Results are left in the folder; the runner's exit code is returned.
 */
export function runSpecs(
  folder: string,
  bodies: Record<string, string>,
  timeout: number,
): Promise<number | undefined> {
  const specs = join(folder, 'suites', ...specArea.split('/'));
  mkdirSync(specs, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  for (const [name, body] of Object.entries(bodies))
    writeFileSync(join(specs, `${name}.spec.js`), spec(name, body));
  const planned = {
    name: 'mock',
    folder,
    subject: mockSubject(),
    faults: [],
    fails: [],
    warns: [],
    exactWarns: false,
  };
  const requirements = Object.keys(bodies).map((name) => `${specArea}/${name}`);
  const plan: Plan = { subjects: [{ ...planned, requirements }], strict: false, out: folder, workers: 1 };
  const planFile = join(folder, 'plan.json');
  writeFileSync(planFile, JSON.stringify(plan));
  const config = join(folder, 'playwright.config.js');
  writeFileSync(config, configuration(folder, timeout));
  return playwright(config, planFile);
}

function configuration(folder: string, timeout: number): string {
  const collector = new URL('../results/collector-reporter.js', compiled).pathname;
  return `import config from ${JSON.stringify(new URL('playwright.config.js', compiled).href)};
export default {
  ...config, testDir: ${JSON.stringify(join(folder, 'suites'))}, timeout: ${timeout}, reporter: [[${JSON.stringify(collector)}]],
};
`;
}

function playwright(config: string, plan: string): Promise<number | undefined> {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const { NODE_TEST_CONTEXT: _context, ...inherited } = process.env;
  const env = { ...inherited, [planVariable]: plan, PW_DISABLE_TS_ESM: '1' };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [cli, 'test', '--config', config], { env }, () =>
      resolve(child.exitCode ?? undefined),
    );
  });
}
