// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${NAME} is the notation under test.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { exitCodes } from './exit-codes.js';

const program = fileURLToPath(new URL('./main.js', import.meta.url));
const metadata = JSON.stringify({
  issuer: 'https://as.example',
  authorization_endpoint: 'https://as.example/authorize',
  token_endpoint: 'https://as.example/token',
});

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'proofkey-init-'));
  writeFileSync(join(folder, 'metadata.json'), metadata);
  writeFileSync(join(folder, 'other.json'), '{ "a": 1 }');
});
after(() => rmSync(folder, { recursive: true }));

function init(
  words: readonly string[],
  input = '',
): { status: number | null; stdout: string; stderr: string } {
  const options = { cwd: folder, input, encoding: 'utf8', timeout: 60_000 } as const;
  return spawnSync(process.execPath, [program, 'init', ...words], options);
}

describe('proofkey init', () => {
  it('writes the manifest to standard output, and the statement to standard error', () => {
    const { status, stdout, stderr } = init(['--from', 'metadata.json']);
    assert.equal(status, exitCodes.asDeclared);
    assert.match(
      stdout,
      /^# Carried over from metadata\.json: a connection, [\s\S]*\n\nversion: 1\nconnection:\n/,
    );
    assert.match(stderr, /^Carried over from metadata\.json: [\s\S]*^Not carried over:\n[\s\S]*^Assumed:\n/m);
    assert.doesNotMatch(stderr, /version: 1/);
  });

  it('writes to a file, and overwrites none unless it is told to', () => {
    const first = init(['--from', 'metadata.json', '--out', 'out.yaml']);
    assert.equal(first.status, exitCodes.asDeclared);
    assert.match(
      first.stdout,
      /^Not carried over:[\s\S]*Written to out\.yaml\. Check it with: proofkey validate out\.yaml\n$/m,
    );
    const written = readFileSync(join(folder, 'out.yaml'), 'utf8');
    assert.match(written, /clientSecret: \$\{CLIENT_SECRET\}/);

    writeFileSync(join(folder, 'out.yaml'), 'mine');
    const second = init(['--from', 'metadata.json', '--out', 'out.yaml']);
    assert.equal(second.status, exitCodes.wrongUsage);
    assert.equal(second.stderr, 'out.yaml exists already. Give another name, or --force to overwrite it\n');
    assert.equal(readFileSync(join(folder, 'out.yaml'), 'utf8'), 'mine');

    assert.equal(
      init(['--from', 'metadata.json', '--out', 'out.yaml', '--force']).status,
      exitCodes.asDeclared,
    );
    assert.equal(readFileSync(join(folder, 'out.yaml'), 'utf8'), written);
  });

  it('follows no link that leads nowhere yet', () => {
    symlinkSync(join(folder, 'target.yaml'), join(folder, 'link.yaml'));
    const { status, stderr } = init(['--from', 'metadata.json', '--out', 'link.yaml']);
    assert.equal(status, exitCodes.wrongUsage);
    assert.match(stderr, /^link\.yaml exists already/);
    assert.equal(existsSync(join(folder, 'target.yaml')), false);
  });

  it('writes no file when there is nothing to import', () => {
    const { status, stderr } = init(['--from', 'other.json', '--out', 'nothing.yaml']);
    assert.equal(status, exitCodes.wrongUsage);
    assert.match(stderr, /Tried:\n {2}jingle /);
    assert.equal(existsSync(join(folder, 'nothing.yaml')), false);
  });

  it('reads standard input', () => {
    const { status, stdout } = init(['--from', '-', '--dialect', 'rfc8414'], metadata);
    assert.equal(status, exitCodes.asDeclared);
    assert.match(stdout, /^# Carried over from standard-input:/);
  });

  for (const [words, message] of [
    [
      [],
      /^init asks questions at a terminal, and standard input or output is none\. Give the answers:\n +a server: /,
    ],
    [['http://127.0.0.1:1', '--from', 'metadata.json'], /two ways to begin/],
    [['http://127.0.0.1:1'], /^GET http:\/\/127\.0\.0\.1:1\/\S+ got no answer: the connection was refused/],
    [['as.example'], /^the issuer \(proofkey init ISSUER\): Write a whole URL/],
    [['--client-type', 'pubic'], /^init needs --what <server\|client\|both\|manifest>/],
    [
      ['--what', 'client', '--driver', 'stdin'],
      /^--driver: Write one of: stdio, module, exec, http, browser, interactive/,
    ],
    [
      ['--what', 'client', '--command', 'a', '--out', 'no/such/folder.yaml'],
      /^no\/such\/folder\.yaml cannot be written \(ENOENT\)/,
    ],
    [
      ['--from', 'https://as.example/x'],
      /^--from takes a file, and "https:\/\/as\.example\/x" is an address/,
    ],
    [['--from', 'missing.json'], /^missing\.json cannot be read: there is no such file\n$/],
    [['--from', '.'], /^\. cannot be read: it is a directory/],
    [['--from', '/dev/zero'], /^\/dev\/zero is larger than the 16 MiB that are read/],
    [
      ['--from', 'metadata.json', '--dialect', 'postmen'],
      /Allowed choices are jingle, pikku, charmiq, rfc8414, openapi, postman/,
    ],
    [
      ['--from', 'metadata.json', '--dialect', 'postman'],
      /^metadata\.json holds no connection of the dialect postman, which expects /,
    ],
    [
      ['--from', 'metadata.json', '--out', 'no/such/folder.yaml'],
      /^no\/such\/folder\.yaml cannot be written \(ENOENT\)/,
    ],
  ] as const)
    it(`${words.join(' ') || 'without anything'}: exit status 2, no stack trace`, () => {
      const { status, stdout, stderr } = init(words);
      assert.equal(status, exitCodes.wrongUsage);
      assert.match(stderr, message);
      assert.doesNotMatch(stderr, /\n {4}at /);
      assert.equal(stdout, '');
    });

  it('what is not UTF-8 is refused', () => {
    writeFileSync(join(folder, 'latin1.json'), Buffer.from([0x7b, 0xe9, 0x7d]));
    assert.match(init(['--from', 'latin1.json']).stderr, /^latin1\.json is not UTF-8 text/);
  });

  it('takes away from names what a terminal obeys', () => {
    const credential = {
      name: 'a\u001b[2Jb',
      secretId: 's',
      authorizationUrl: 'https://a.example',
      tokenUrl: 'https://a.example',
    };
    const both = [credential, { ...credential, name: 'c', '\u001b]0;x\u0007': 1 }];
    const { stdout, stderr } = init(['--from', '-'], JSON.stringify(both));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there is none is the point
    assert.doesNotMatch(`${stdout}${stderr}`, /[\u001b\u0007]/);
  });
});
