import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { loadSubject } from '../connection/load-subject.js';
import type { RunResults } from '../results/run-results.js';
import { type Candidate, candidateAt } from './real-client.js';
import { clientTable } from './real-client-table.js';

/**
 * `npm run test:real-clients`: judges every client below fixtures/clients that has a subject file, and writes the table
 * of all of them. Clients outside npm are judged where they are installed; with `--all` one that is missing is an error.
 */
const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'fixtures', 'clients');
const out = join(root, 'reports', 'out', 'real-clients');
const table = join(root, 'reports', 'real-clients.md');

const { values, positionals } = parseArgs({
  options: { all: { type: 'boolean', default: false } },
  allowPositionals: true,
});
process.exitCode = await main();

async function main(): Promise<number> {
  const candidates = await findCandidates();
  const missing = candidates.filter(({ missing }) => missing !== undefined);
  for (const { name, missing: why } of missing) process.stderr.write(`${name} is not judged: ${why}\n`);
  if (values.all && missing.length > 0) return 1;
  const files = candidates.filter((one) => one.missing === undefined).map(({ file }) => relative(root, file));
  const code = judge(files);
  const results = JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')) as RunResults;
  // Some clients only: the published table stays that of all.
  if (positionals.length === 0 && missing.length === 0)
    writeFileSync(table, clientTable(candidates, results));
  process.stdout.write(clientTable(candidates, results));
  return code;
}

async function findCandidates(): Promise<Candidate[]> {
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'subject.yaml')));
  const chosen = names.filter((name) => positionals.length === 0 || positionals.includes(name));
  const files = chosen.map((name) => ({ name, file: join(folder, name, 'subject.yaml') }));
  const found: Candidate[] = [];
  for (const { name, file } of files) found.push(await candidateAt(name, loadSubject(file)));
  return found;
}

/** One run for all of them; its report is theirs, and so is its exit code. */
function judge(files: readonly string[]): number {
  mkdirSync(out, { recursive: true });
  const program = join(import.meta.dirname, '..', 'cli', 'main.js');
  const words = ['run', ...files, '--out', out];
  const { status } = spawnSync(process.execPath, [program, ...words], { cwd: root, stdio: 'inherit' });
  return status ?? 1;
}
