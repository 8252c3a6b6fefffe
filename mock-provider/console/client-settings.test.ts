import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadSubject } from '../../connection/load-subject.js';
import { loadConnections } from '../../connection/manifest/load-connections.js';
import { type ProviderOptions, startMockProvider } from '../index.js';
import { send } from '../testing/relying-party.js';

const token = 'the-admin-token';
const secret = 'it\'s "a" $ecret +:/% #`x`';

async function textsOf(t: { after(end: () => void): void }, query: string, options: ProviderOptions) {
  const provider = await startMockProvider({ admin: { token }, ...options });
  t.after(() => provider.close());
  const headers = { authorization: `Bearer ${token}` };
  const { body, text } = await send(`${provider.address}/_proofkey/tenants/default/settings?${query}`, {
    headers,
  });
  const texts = body.texts as { name: string; text: string }[];
  return { provider, all: text, of: (name: string) => texts.find((one) => one.name === name)?.text };
}

const clients = [
  {
    client_id: 'shop',
    client_secret: secret,
    redirect_uris: ['https://shop.example/cb', 'https://b.example/'],
  },
  { client_id: 'phone', redirect_uris: ['com.example.app:/callback'] },
];

test('the environment is taken by a shell as it is meant', async (t) => {
  const { provider, of } = await textsOf(t, 'secrets=shown', { clients });
  const shown = execFileSync(
    'sh',
    [
      '-ec',
      `${of('environment')}\nset | grep ^OAUTH_ >/dev/null; printf '%s\\n' "$OAUTH_CLIENT_SECRET" "$OAUTH_ISSUER" "$OAUTH_SCOPE" "$OAUTH_REDIRECT_URI"`,
    ],
    { encoding: 'utf8' },
  );
  assert.deepEqual(shown.trimEnd().split('\n'), [
    secret,
    provider.issuer,
    'openid profile read write',
    'https://shop.example/cb',
  ]);
});

test('secrets are in no notation until they are asked for', async (t) => {
  for (const profile of [undefined, 'notion']) {
    const { all } = await textsOf(t, 'client_id=shop', {
      clients,
      ...(profile === undefined ? {} : { profile }),
    });
    assert.ok(!all.includes(JSON.stringify(secret).slice(1, -1)) && !all.includes('ecret +'), all);
  }
});

test('a public client has no secret and no hint of one', async (t) => {
  const { of, all } = await textsOf(t, 'client_id=phone&secrets=shown', { clients });
  assert.doesNotMatch(all, /SECRET=|client_secret"|clientSecret/);
  assert.equal(JSON.parse(of('json') ?? '').code_challenge_method, 'S256');
});

test('the subject file and the manifest are such as Proofkey reads', async (t) => {
  const { of, provider } = await textsOf(t, '', { profile: 'notion' });
  const folder = mkdtempSync(join(tmpdir(), 'proofkey-settings-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const manifest = join(folder, 'manifest.yaml');
  writeFileSync(manifest, of('manifest') ?? '');
  const [connection] = loadConnections(manifest);
  assert.equal(connection?.auth.tokenUrl, `${provider.issuer}/v1/oauth/token`);
  const subject = join(folder, 'client.yaml');
  writeFileSync(subject, of('subject') ?? '');
  assert.match(of('subject') ?? '', /^# proofkey run --profile notion client.yaml\n/);
  const { client } = loadSubject(subject).subject;
  assert.deepEqual([client?.clientId, client?.clientSecret], ['demo', `\${CLIENT_SECRET}`]);
});

test('an unknown client is answered with the nearest', async (t) => {
  const provider = await startMockProvider({ admin: { token }, clients });
  t.after(() => provider.close());
  const headers = { authorization: `Bearer ${token}` };
  const { status, body } = await send(
    `${provider.address}/_proofkey/tenants/default/settings?client_id=shpo`,
    { headers },
  );
  assert.deepEqual([status, body.error_description], [404, 'unknown client "shpo"; did you mean "shop"?']);
});
