// Runs compiled tests: `node scripts/unit-tests.mjs [--dist dist] [part of a path…]`. Node's own search would take
// suites/test.js, which is no test, for one.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
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
const { status } = spawnSync(process.execPath, ['--test', ...files], { stdio: 'inherit' });
process.exit(status ?? 1);
