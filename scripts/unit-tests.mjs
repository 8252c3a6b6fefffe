// Runs compiled tests: `node scripts/unit-tests.mjs [--dist dist] [part of a path…]`. Node's own search would take
// suites/test.js, which is no test, for one.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  options: { dist: { type: 'string', default: 'dist' } },
  allowPositionals: true,
});
const dist = resolve(dirname(import.meta.dirname), values.dist);
const files = readdirSync(dist, { recursive: true })
  .filter((path) => path.endsWith('.test.js'))
  .filter((path) => positionals.length === 0 || positionals.some((part) => path.includes(part)))
  .map((path) => join(dist, path));
if (files.length === 0) {
  console.error(`no compiled tests below ${dist}; build first`);
  process.exit(2);
}
// Most of them wait for a process or a time limit, so more files at a time than there are cores.
const concurrency = `--test-concurrency=${availableParallelism() + 1}`;
// In milliseconds, far above the slowest file. A hook that fails leaves servers open, and the file would never end.
const timeout = '--test-timeout=900000';
const { status } = spawnSync(process.execPath, ['--test', concurrency, timeout, ...files], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
