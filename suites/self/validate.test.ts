// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${NAME} is the notation under test.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { assertPresentable } from './presentable.js';
import { type Ended, runCommand } from './proofkey-process.js';

const program = fileURLToPath(new URL('../../cli/main.js', import.meta.url));

const sound = 'connection: { id: a, provider: p, title: T, auth: { type: none } }\n';
/** One error, in line 1. */
const wrong = 'connection: { id: a, provider: p, title: T, auth: { type: nothing } }\n';
/** One warning: a loopback redirect by name. */
const doubtful = `connection:
  id: a
  provider: p
  title: T
  auth:
    type: oauth
    issuer: https://as.example
    clientId: app
    clientType: public
    pkce: { required: true, methods: [S256] }
    redirect: { method: web, redirectUrl: "http://localhost:8765/callback" }
`;

/** `proofkey validate` in a folder with the given files. */
class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'proofkey-validate-'));

  constructor(t: TestContext, files: Record<string, string | Buffer>) {
    t.after(() => rmSync(this.path, { recursive: true }));
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(join(this.path, name, '..'), { recursive: true });
      writeFileSync(join(this.path, name), content);
    }
  }

  async validate(...words: string[]): Promise<Ended> {
    const ended = await runCommand(['validate', ...words], this.path);
    assertPresentable(ended);
    return ended;
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), 'utf8');
  }
}

test('the exit code tells whether there is an error', async (t) => {
  const folder = new Folder(t, { 'sound.yaml': sound, 'wrong.yaml': wrong, 'doubtful.yaml': doubtful });
  const cases: [code: number, words: string[]][] = [
    [0, ['sound.yaml']],
    [0, ['sound.yaml', '--strict']],
    [1, ['sound.yaml', 'wrong.yaml']],
    [1, ['wrong.yaml', '--level', 'error']],
    [0, ['doubtful.yaml']],
    [1, ['doubtful.yaml', '--strict']],
    [1, ['doubtful.yaml', '--strict', '--level', 'error']],
    [2, ['sound.yaml', 'missing.yaml']],
    [2, []],
    [2, ['sound.yaml', '--format', 'xml']],
    [2, ['sound.yaml', '--level', 'fatal']],
  ];
  for (const [code, words] of cases)
    assert.equal((await folder.validate(...words)).code, code, words.join(' '));
});

test('--level hides what is below it', async (t) => {
  const folder = new Folder(t, { 'doubtful.yaml': doubtful });
  const all = await folder.validate('doubtful.yaml');
  assert.match(
    all.stdout,
    /^doubtful\.yaml:11:\d+ connection\.auth\.redirect\S*: .* \[warning redirect-localhost\]$/m,
  );
  assert.match(all.stdout, /\n1 file: 1 warning\n$/);
  assert.equal(
    (await folder.validate('doubtful.yaml', '--level', 'error')).stdout,
    '1 file: nothing to object to\n',
  );
});

test('one file that is broken does not stop the others, whatever is wrong with it', async (t) => {
  const folder = new Folder(t, {
    'empty.yaml': '',
    'utf16.yaml': Buffer.from(`\uFEFF${sound}`, 'utf16le'),
    'picture.json': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0xff]),
    'huge.yaml': `${sound}#${'x'.repeat(1024 * 1024)}`,
    'syntax.yaml': 'connection: [',
    'wrong.yaml': wrong,
  });
  const names = [
    'empty.yaml',
    'utf16.yaml',
    'picture.json',
    'huge.yaml',
    'syntax.yaml',
    'missing.yaml',
    'wrong.yaml',
  ];
  const { code, stdout, stderr } = await folder.validate(...names, '--format', 'json');
  const { files } = JSON.parse(stdout) as { files: { file: string; findings: { rule: string }[] }[] };
  assert.deepEqual(
    files.map(({ file, findings }) => [file, ...findings.map(({ rule }) => rule)]),
    [
      ['empty.yaml', 'no-connection'],
      ['utf16.yaml', 'not-text'],
      ['picture.json', 'not-text'],
      ['huge.yaml', 'not-text'],
      ['syntax.yaml', 'yaml-syntax'],
      ['missing.yaml', 'unreadable-file'],
      ['wrong.yaml', 'not-allowed-value'],
    ],
  );
  assert.equal(code, 2);
  assert.equal(stderr, '');
});

test('a file that may not be read', {
  skip: process.getuid?.() === 0 && 'root reads everything',
}, async (t) => {
  const folder = new Folder(t, { 'secret.yaml': sound });
  chmodSync(join(folder.path, 'secret.yaml'), 0);
  const { code, stdout } = await folder.validate('secret.yaml');
  assert.equal(code, 2);
  assert.match(stdout, /^secret\.yaml:1:1: the file may not be read by this user\. /);
});

test('a directory stands for the YAML and JSON files in it, each once', async (t) => {
  const folder = new Folder(t, {
    'all/b.yaml': sound,
    'all/a.yml': sound,
    'all/c.JSON':
      '{ "connection": { "id": "a", "provider": "p", "title": "T", "auth": { "type": "none" } } }',
    'all/.hidden.yaml': wrong,
    'all/notes.txt': wrong,
    'all/below/d.yaml': wrong,
    'none/notes.txt': '',
  });
  const { code, stdout } = await folder.validate('all', './all/b.yaml', '--format', 'json');
  const { files } = JSON.parse(stdout) as { files: { file: string }[] };
  assert.deepEqual(files.map(({ file }) => file).toSorted(), ['all/a.yml', 'all/b.yaml', 'all/c.JSON']);
  assert.equal(code, 0);
  const none = await folder.validate('none');
  assert.equal(none.code, 2);
  assert.match(none.stdout, /^none:1:1: this is a directory without YAML and JSON files\. /);
});

test('no file is wrong usage, told in one line', async (t) => {
  const { stdout, stderr } = await new Folder(t, {}).validate();
  assert.equal(stdout, '');
  assert.match(stderr, /^validate needs a file: "proofkey validate connection\.yaml" \(see docs\/\S+\)\n$/);
});

test('what a file holds never steers the terminal', async (t) => {
  const escapes = '"\\e[2J\\u009b31m\\u202e\\r\\nconnection.yaml:1:1: "';
  const folder = new Folder(t, {
    'connection.yaml': wrong.replace('nothing', escapes).replace('provider', `${escapes}: 1, provider`),
  });
  for (const format of ['text', 'json', 'sarif', 'github']) {
    const { stdout, code } = await folder.validate('connection.yaml', '--format', format);
    assert.equal(code, 1);
    assert.doesNotMatch(stdout.replaceAll('\n', ''), /[\p{Cc}\p{Cf}]/u, format);
    if (format === 'text') assert.equal(stdout.split('\n').length, 5);
  }
});

test('the environment is not read: a variable that is not set is no finding, and one that is stays unsaid', async (t) => {
  const folder = new Folder(t, {
    'connection.yaml': doubtful
      .replace('clientId: app', 'clientId: ${HOME}')
      .replace('title: T', 'title: ${HOME}'),
  });
  const { stdout } = await folder.validate('connection.yaml');
  assert.ok(!stdout.includes(String(process.env.HOME)), stdout);
  assert.match(stdout, /^connection\.yaml:4:3 connection\.title: .* \[error misplaced-reference\]$/m);
  assert.doesNotMatch(stdout, /clientId/);
});

test('--fix puts right what is safe, says so, and tells what is left', async (t) => {
  const before = doubtful.replace('required: true', 'required: yes').replace('T\n', 'T # shown\n');
  const folder = new Folder(t, { 'a.yaml': `\uFEFF${before.replaceAll('\n', '\r\n')}`, 'sound.yaml': sound });
  chmodSync(join(folder.path, 'a.yaml'), 0o640);
  const { code, stdout } = await folder.validate('a.yaml', 'sound.yaml', '--fix');
  assert.equal(code, 0);
  assert.match(stdout, /^a\.yaml:10:13 connection\.auth\.pkce\.required: .* \[fixed wrong-type\]$/m);
  assert.match(stdout, /\[warning redirect-localhost\]\n\n2 files: 1 warning, 1 fixed\n$/);
  const after = before.replace('required: yes', 'required: true').replaceAll('\n', '\r\n');
  assert.equal(folder.read('a.yaml'), `\uFEFF${after}`);
  assert.equal(statSync(join(folder.path, 'a.yaml')).mode & 0o777, 0o640);
  assert.equal(folder.read('sound.yaml'), sound);
});

test('--fix leaves alone what is no regular file', {
  skip: process.platform === 'win32' && 'needs /dev/stdin',
}, async (t) => {
  const folder = new Folder(t, { 'a.yaml': doubtful.replace('required: true', 'required: yes') });
  const piped = `cat a.yaml | "${process.execPath}" "${program}" validate --fix /dev/stdin`;
  const { status, stdout } = spawnSync('sh', ['-c', piped], { cwd: folder.path, encoding: 'utf8' });
  assert.equal(status, 2, stdout);
  assert.match(stdout, /^\/dev\/stdin:1:1: nothing was fixed, since it is no regular file\. /);
  assert.match(stdout, /^\/dev\/stdin:10:13 .* \[error wrong-type\]$/m);
});

test('whoever reads the output may go away', async (t) => {
  const folder = new Folder(
    t,
    Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`${n}.yaml`, wrong])),
  );
  const child = spawn(process.execPath, [program, 'validate', folder.path], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const errors: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => errors.push(text));
  const [code] = (await once(child, 'close')) as [number];
  assert.equal(errors.join(''), '');
  assert.equal(code, 1);
});

test('nothing is contacted and nothing is started', async (t) => {
  const folder = new Folder(t, {
    'subject.yaml':
      'version: 1\nclient:\n  driver: { exec: { login: { command: [touch, started] }, browser: program } }\n' +
      'server: { mock: {}, start: { command: [touch, started], url: "http://127.0.0.1:1/" } }\n',
  });
  const { code, stdout } = await folder.validate('subject.yaml');
  assert.equal(code, 0, stdout);
  assert.throws(() => folder.read('started'), { code: 'ENOENT' });
});
