// Packs the package and uses it as others would: `node scripts/test-package.mjs` (npm run test:package).
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = dirname(import.meta.dirname);
const { resolve: resolved } = createRequire(import.meta.url);
/** What only the people who work on Proofkey need. */
const ours =
  /\.test\.|\.map$|^dist\/(bench|scripts|suites\/self|fixtures\/servers)\/|^dist\/fixtures\/clients\/[^/]+\/subject\.yaml$|\/testing\/|sample|^(suites|cli|src|node_modules|reports)\//;
/** Another version than ours at the top level: two copies of Playwright Test in one process refuse to work. */
const otherPlaywright = '1.50.1';
/** Of servers and resources by the built-in mock, and of clients by the reference client. */
const requirementCounts = [85, 54];
const requirementCount = 85 + 54;
/** Milliseconds for one command, an installation over a slow line included. */
const limit = 10 * 60_000;

/** JavaScript and TypeScript at once. */
const consumer = `import { startMockProvider } from 'proofkey';
const provider = await startMockProvider({ clients: [{ client_id: 'app', redirect_uris: ['http://127.0.0.1/callback'] }] });
const answer = await fetch(\`\${provider.issuer}/.well-known/oauth-authorization-server\`);
const { issuer } = await answer.json();
await provider.defaultTenant.play(['as-code-reusable']);
console.log(issuer, provider.defaultTenant.faults.join());
await provider.close();
`;

const manifest = `connection:
  id: default
  provider: example
  title: Example
  auth:
    type: oauth
    authorizationUrl: https://as.example/authorize
    tokenUrl: https://as.example/token
    clientType: public
    clientId: app
    redirect: { method: web, redirectUrl: "https://app.example/callback" }
`;

const temporary = mkdtempSync(join(tmpdir(), 'proofkey-package-'));
try {
  const tarball = pack();
  const alone = projectWith('alone', tarball);
  judgesBoth(alone);
  judgesAnAdapter(alone);
  listsRequirements(alone);
  await serves(alone);
  validates(alone);
  meetsAProvider(alone);
  isImportable(alone);
  typeChecks(alone);
  const beside = projectWith('beside', `@playwright/test@${otherPlaywright}`, tarball);
  assert.equal(versionIn(beside, '@playwright/test'), otherPlaywright);
  judgesBoth(beside);
} finally {
  rmSync(temporary, { recursive: true, force: true });
}

function pack() {
  // The scripts of the package write to stdout too; the JSON comes last.
  const { stdout } = run(root, 'npm', ['pack', '--json', '--pack-destination', temporary]);
  const [{ filename, size, unpackedSize, files }] = JSON.parse(stdout.slice(stdout.lastIndexOf('\n[\n') + 1));
  const unwanted = files.map(({ path }) => path).filter((path) => ours.test(path));
  assert.deepEqual(unwanted, [], 'files that belong to nobody but us (see "files" in package.json)');
  told(`${filename}: ${files.length} files, ${kilobytes(size)} packed, ${kilobytes(unpackedSize)} unpacked`);
  return join(temporary, filename);
}

/** An empty project with the given packages. */
function projectWith(name, ...packages) {
  const folder = join(temporary, name);
  mkdirSync(folder);
  run(folder, 'npm', ['init', '-y']);
  run(folder, 'npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', ...packages]);
  told(`installed: ${packages.map((one) => one.replace(`${temporary}/`, '')).join(' ')}`);
  return folder;
}

function judgesBoth(folder) {
  const { stdout } = run(folder, 'npx', ['proofkey', 'run']);
  const results = JSON.parse(readFileSync(join(folder, 'reports/out/results.json'), 'utf8'));
  for (const [index, { requirements }] of results.subjects.entries()) {
    const verdicts = requirements.map(({ verdict }) => verdict);
    assert.ok(verdicts.length >= requirementCounts[index], `${verdicts.length} requirements were judged`);
    assert.deepEqual([...new Set(verdicts)], ['pass']);
  }
  assert.equal(results.subjects.length, requirementCounts.length);
  assert.match(
    stdout,
    new RegExp(`${results.subjects.flatMap(({ requirements }) => requirements).length} pass`),
  );
  assert.match(readFileSync(join(folder, 'reports/out/junit.xml'), 'utf8'), /<testsuites/);
  told(`run: the mock and the reference client pass in ${(results.durationMs / 1000).toFixed(1)} s`);
}

/** A client of the project's own, by a subject file beside it: the reference client in another module's clothes. */
function judgesAnAdapter(folder) {
  writeFileSync(join(folder, 'adapter.mjs'), "export * from 'proofkey/reference-client';\n");
  writeFileSync(join(folder, 'client.yaml'), 'version: 1\nclient: { driver: { module: ./adapter.mjs } }\n');
  run(folder, 'npx', ['proofkey', 'driver-check', '--module', './adapter.mjs']);
  const { stdout } = run(folder, 'npx', ['proofkey', 'run', '--only', 'client/state/*', 'client.yaml']);
  assert.match(stdout, /6 pass/);
  told('driver-check and run: an adapter of the project');
}

function listsRequirements(folder) {
  const { stdout } = run(folder, 'npx', ['proofkey', 'list', '--json']);
  const entries = JSON.parse(stdout);
  assert.ok(entries.length >= requirementCount);
  told(`list --json: ${entries.length} entries`);
}

async function serves(folder) {
  const program = join(folder, 'node_modules/.bin/proofkey');
  const child = spawn(program, ['serve', '--port', '0'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  try {
    const health = await shown(child, /Health\s+(http\S+)/);
    assert.equal((await fetch(health)).status, 200);
    child.kill('SIGTERM');
    assert.deepEqual(await ended, { code: 0, signal: null });
  } finally {
    child.kill('SIGKILL');
  }
  told('serve: healthy, and ended by SIGTERM');
}

/** A manifest of the project's own, with a mistake that only a rule can see. */
function validates(folder) {
  writeFileSync(join(folder, 'manifest.yaml'), manifest);
  const program = join(folder, 'node_modules/.bin/proofkey');
  const { status, stdout } = spawnSync(program, ['validate', 'manifest.yaml'], {
    cwd: folder,
    encoding: 'utf8',
  });
  assert.equal(status, 1, stdout);
  assert.match(stdout, /manifest\.yaml:9:5 connection\.auth\.clientType/);
  told('validate: the mistake is found where it is');
}

/** The profiles are part of the package, and so are the requirements about them. */
function meetsAProvider(folder) {
  const words = ['run', '--profile', 'github', '--only', 'client/profile/*', '--only', 'server/token/*'];
  const { stdout } = run(folder, 'npx', ['proofkey', ...words]);
  assert.match(stdout, /exit 0/);
  told('run --profile: a persona is as it declares, and the reference client copes');
}

/** The first group of the pattern, as soon as the child has written what it matches. */
function shown(child, pattern) {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk) => {
      output += chunk;
      const found = pattern.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => reject(new Error(`ended too early: ${output}`)));
  });
}

function isImportable(folder) {
  writeFileSync(join(folder, 'mock.mjs'), consumer);
  const { stdout } = run(folder, process.execPath, ['mock.mjs']);
  assert.match(stdout, /^http:\/\/127\.0\.0\.1:\d+ as-code-reusable\n$/);
  told('import: the mock starts, misbehaves and ends');
}

function typeChecks(folder) {
  writeFileSync(join(folder, 'mock.mts'), consumer);
  writeFileSync(join(folder, 'wrong.mts'), consumer.replace('client_id', 'clientId'));
  const options = ['--noEmit', '--strict', '--target', 'es2023', '--module', 'nodenext', '--types', 'node'];
  // The compiler and the types of Node.js are what a project has of its own.
  const types = ['--typeRoots', join(root, 'node_modules/@types')];
  const compiler = join(dirname(resolved('typescript/package.json')), 'bin', 'tsc');
  run(folder, process.execPath, [compiler, ...options, ...types, 'mock.mts']);
  const wrong = spawnSync(process.execPath, [compiler, ...options, ...types, 'wrong.mts'], { cwd: folder });
  assert.match(String(wrong.stdout), /clientId/, 'a misspelt option is a type error');
  told('types: strict TypeScript accepts it, and knows a misspelt option');
}

function versionIn(folder, name) {
  return JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version;
}

/** Runs to a good end, or shows what was written. */
function run(cwd, program, parameters) {
  const { status, stdout, stderr, error } = spawnSync(program, parameters, {
    cwd,
    encoding: 'utf8',
    timeout: limit,
    maxBuffer: 1 << 26,
    env: { ...process.env, npm_config_update_notifier: 'false' },
  });
  if (status === 0) return { stdout, stderr };
  throw new Error(`${program} ${parameters.join(' ')} ended with ${status ?? error}:\n${stdout}\n${stderr}`);
}

function kilobytes(bytes) {
  return `${Math.round(bytes / 1000)} kB`;
}

function told(text) {
  console.log(`✓ ${text}`);
}
