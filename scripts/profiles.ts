import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { runTests } from '../cli/test-runner.js';
import type { PlannedSubject } from '../fixtures/plan.js';
import { loadProfile, profileNames } from '../mock-provider/index.js';
import { assemble } from '../results/assemble.js';
import type { SubjectResults } from '../results/run-results.js';
import { readCatalogue } from '../suites/catalogue.js';

/**
 * `npm run profiles [-- NAME…]`: every provider persona as a subject of the server core suite. Exit code 1 when one
 * fails or warns anything but what it declares. `--verbose` tells of each requirement what was expected and received.
 */
const { values, positionals } = parseArgs({
  options: { verbose: { type: 'boolean', default: false } },
  allowPositionals: true,
});
process.exitCode = await main(positionals, values.verbose);

async function main(chosen: readonly string[], verbose: boolean): Promise<number> {
  const catalogue = readCatalogue().filter(
    ({ tier, role }) => tier === 'core' && (role === 'server' || role === 'resource'),
  );
  const names = chosen.length > 0 ? chosen : profileNames();
  const requirements = catalogue.map(({ id }) => id);
  const planned = await Promise.all(names.map((name) => planFor(name, requirements)));
  const report = await runTests(
    { subjects: planned, strict: false, workers: availableParallelism() },
    { headed: false, progress: 'counts', signal: new AbortController().signal },
  );
  for (const error of report.errors) process.stderr.write(`${error}\n`);
  const day = new Date().toISOString().slice(0, 10);
  const results = planned.map((one) =>
    assemble({ planned: one, file: undefined, diagnosis: [], ...report, catalogue, day }),
  );
  process.stdout.write(results.map((one) => told(one, verbose)).join(''));
  return report.errors.length > 0 || results.some(({ outcome }) => outcome.exitCode !== 0) ? 1 : 0;
}

async function planFor(name: string, requirements: string[]): Promise<PlannedSubject> {
  const { fails, warns } = await loadProfile(name);
  return {
    name,
    folder: process.cwd(),
    subject: { version: 1, against: ['oauth2.0'], server: { mock: { profile: name } }, fails: [], warns: [] },
    faults: [],
    fails,
    warns,
    exactWarns: true,
    requirements,
  };
}

function told({ name, outcome, requirements }: SubjectResults, verbose: boolean): string {
  const counts = (['pass', 'fail', 'warn', 'skipped', 'inconclusive'] as const).map(
    (verdict) => `${requirements.filter((row) => row.verdict === verdict).length} ${verdict}`,
  );
  const open = new Set([
    ...outcome.undeclared,
    ...outcome.undeclaredWarns,
    ...outcome.inconclusive,
    ...outcome.crashed,
  ]);
  const rows = requirements
    .filter(({ id }) => verbose || open.has(id))
    .map(({ id, verdict, message = '' }) => `    ${verdict} ${id}: ${message}\n`);
  const gone = [...outcome.stale, ...outcome.undecided].map((id) => `    declared, and not so: ${id}\n`);
  const mark = outcome.exitCode === 0 ? '✓' : '✗';
  return `${mark} ${name.padEnd(16)} ${counts.join(', ')}\n${rows.join('')}${gone.join('')}`;
}
