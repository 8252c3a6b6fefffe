import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { loadConnections } from '../../connection/manifest/load-connections.js';
import { ServedMock } from './served-mock.js';

function fileWith(t: TestContext, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'proofkey-serve-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'manifest.yaml');
  writeFileSync(file, text);
  return file;
}

function connection(id: string, path: string): string {
  return `connection:
  id: ${id}
  provider: example
  title: Example
  auth:
    type: oauth
    authorizationUrl: https://as.example/${path}/authorize
    tokenUrl: https://as.example/${path}/token
    tokenRequestFormat: json
    clientType: public
`;
}

test('a profile answers as its provider does', async (t) => {
  const mock = new ServedMock(t, ['--profile', 'github']);
  const token = await mock.told('Token');
  assert.match(token, /\/login\/oauth\/access_token$/);
  const body = new URLSearchParams({
    client_id: 'demo',
    client_secret: await mock.told('Client secret'),
    grant_type: 'authorization_code',
    code: 'no-such-code',
  });
  const answer = await fetch(token, { method: 'POST', body, headers: { accept: '*/*' } });
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('content-type') ?? '', /^application\/x-www-form-urlencoded/);
  assert.equal(new URLSearchParams(await answer.text()).get('error'), 'bad_verification_code');
});

test('a manifest is played where it says, and printed with local URLs', async (t) => {
  const mock = new ServedMock(t, ['--connection', fileWith(t, connection('one', 'x'))]);
  const banner = await mock.banner();
  const printed = banner.slice(banner.indexOf('connection:'));
  const [local] = loadConnections(fileWith(t, printed));
  assert.equal(local?.auth.tokenUrl, await mock.told('Token'));
  assert.match(local?.auth.tokenUrl ?? '', /^http:\/\/127\.0\.0\.1:\d+\/x\/token$/);
  const asForm = await fetch(local?.auth.tokenUrl ?? '', {
    method: 'POST',
    body: new URLSearchParams({ code: 'x' }),
  });
  assert.equal(asForm.status, 400, 'a form, where the manifest says JSON');
  const metadata = await fetch(`${await mock.told('Issuer')}/.well-known/oauth-authorization-server`);
  assert.equal(metadata.status, 404, 'metadata, where the manifest names no issuer');
});

test('one of several connections is named by its id', async (t) => {
  const file = fileWith(t, `${connection('one', 'x')}---\n${connection('two', 'y')}`);
  const token = await new ServedMock(t, ['--connection', `${file}#two`]).told('Token');
  assert.match(token, /\/y\/token$/);
  const { code, output } = await new ServedMock(t, ['--connection', file]).refusal();
  assert.equal(code, 2);
  assert.match(output, /several connections.*one, two/);
});

for (const [what, words, said] of [
  ['an unknown profile', ['--profile', 'gitbub'], /unknown profile "gitbub"; did you mean "github"/],
  ['two providers at once', ['--profile', 'github', '--connection', 'x.yaml'], /give one of them/],
  ['a file that is not there', ['--connection', 'nowhere.yaml'], /nowhere\.yaml:1:1.*no such file/],
] as const) {
  test(`${what} is refused in one sentence`, async (t) => {
    const { code, output } = await new ServedMock(t, words).refusal();
    assert.equal(code, 2);
    assert.match(output, said);
    assert.doesNotMatch(output, /\n\s+at /);
  });
}
