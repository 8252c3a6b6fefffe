// Builds the package: `node scripts/build.mjs [--out dist]`.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, extname, join, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { compileSchemas } from './compile-schemas.mjs';

const root = dirname(import.meta.dirname);
const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } });
const out = resolve(root, values.out);
const { resolve: resolved } = createRequire(import.meta.url);

/** Folders of which files that are no TypeScript belong into the package. */
const sources = ['connection', 'mock-provider', 'fixtures', 'suites', 'results', 'reports', 'cli'];
const shipped = ['.json', '.yaml', '.html', '.css', '.svg', '.browser.js'];

rmSync(out, { recursive: true, force: true });
// A type error still leaves JavaScript behind, so the rest of the build goes on, and the exit status tells.
const compiler = join(dirname(resolved('typescript/package.json')), 'bin', 'tsc');
const compiled = run(compiler, ['--project', root, '--outDir', out]);
for (const folder of sources) copyData(folder);
compileSchemas(out);
const program = join(out, 'cli', 'main.js');
if (existsSync(program)) chmodSync(program, 0o755);
const listed = writeCatalogue();
process.exitCode = compiled || listed;

function run(program, parameters, env = {}) {
  const { status } = spawnSync(process.execPath, [program, ...parameters], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  return status ?? 1;
}

function copyData(folder) {
  cpSync(join(root, folder), join(out, folder), {
    recursive: true,
    // Reports of earlier runs lie below reports/out.
    filter: (path) =>
      !path.startsWith(join(root, 'reports', 'out')) &&
      (extname(path) === '' || shipped.some((ending) => path.endsWith(ending))),
  });
}

/** The catalogue is what the compiled specs say of themselves; Playwright lists them, nothing is run. */
function writeCatalogue() {
  const suites = join(out, 'suites');
  const requirements = readdirSync(suites, { recursive: true })
    .filter((path) => path.endsWith('.spec.js'))
    .map((path) => path.replace(/\.spec\.js$/, '').replaceAll(sep, '/'));
  const folder = mkdtempSync(join(tmpdir(), 'proofkey-build-'));
  const plan = join(folder, 'plan.json');
  const subject = {
    name: 'catalogue',
    subject: {},
    faults: [],
    fails: [],
    warns: [],
    exactWarns: false,
    requirements,
  };
  writeFileSync(plan, JSON.stringify({ subjects: [subject], strict: false, out: suites, workers: 1 }));
  const reporter = join(out, 'scripts', 'catalogue-reporter.js');
  const status = run(
    resolved('@playwright/test/cli'),
    ['test', '--list', '--config', join(suites, 'playwright.config.js'), '--reporter', reporter],
    // The specs are compiled: Playwright's own loader would only transpile them again.
    { PROOFKEY_PLAN: plan, PW_DISABLE_TS_ESM: '1' },
  );
  rmSync(folder, { recursive: true });
  return status;
}
