import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { axes, behaviourNames, loadBehaviour } from '../mock-provider/behaviour.js';
import { loadProfile, OptionError, profileNames, startMockProvider } from '../mock-provider/index.js';
import { profileProblem } from '../mock-provider/profile-shape.js';
import { withProfileTables } from './profile-tables.js';
import { schemaOfProfiles } from './schema-of-profiles.js';

const root = join(import.meta.dirname, '..', '..');
const folder = join(import.meta.dirname, '..', 'mock-provider', 'profiles');
const page = readFileSync(join(root, 'docs', 'provider-profiles.md'), 'utf8');

/** The fenced block that begins with these words. */
function block(words: string): string {
  return new RegExp(`^\`\`\`${words}\n(.*?)^\`\`\`$`, 'ms').exec(page)?.[1] ?? '';
}

/** Runs with the text in a file of its own. */
async function withFile<T>(text: string, use: (file: string) => Promise<T>): Promise<T> {
  const own = mkdtempSync(join(tmpdir(), 'proofkey-profile-'));
  const file = join(own, 'my-provider.yaml');
  writeFileSync(file, text);
  try {
    return await use(file);
  } finally {
    rmSync(own, { recursive: true });
  }
}

test('the published schema is what the behaviours and the connection say (npm run docs writes it)', async () => {
  const published: unknown = JSON.parse(readFileSync(join(folder, 'profile.schema.json'), 'utf8'));
  assert.deepEqual(published, JSON.parse(JSON.stringify(await schemaOfProfiles())));
});

test('the tables of the page are what the profiles say (npm run docs writes them)', async () => {
  assert.equal(await withProfileTables(page), page);
});

for (const name of profileNames()) {
  test(`the profile ${name} fits the schema, and says where it comes from and why it fails what it fails`, async () => {
    const text = readFileSync(join(folder, `${name}.yaml`), 'utf8');
    assert.ok(text.startsWith('# yaml-language-server: $schema=profile.schema.json\n'), 'editors check it');
    assert.equal(profileProblem(parse(text)), undefined);
    const { sources, fails, warns } = await loadProfile(name);
    assert.ok(sources.length > 0 && sources.every((source) => source.length > 10));
    for (const { id, reason } of [...fails, ...warns]) assert.ok(reason, `${id} has a reason`);
  });
}

test('every axis has a behaviour, and every behaviour is on the page', async () => {
  const behaviours = await Promise.all(behaviourNames().map(loadBehaviour));
  const used = new Set(behaviours.map(({ axis }) => axis));
  assert.deepEqual(
    axes.filter((axis) => !used.has(axis)),
    [],
  );
  for (const name of behaviourNames()) assert.ok(page.includes(`| \`${name}\` |`), name);
});

test('code of the mock names no provider: what they do is data', () => {
  const providers = profileNames().filter((name) => name.length > 1);
  const named = new RegExp(`\\b(${providers.join('|')})\\b`, 'i');
  const mock = join(import.meta.dirname, '..', 'mock-provider');
  const files = readdirSync(mock, { recursive: true, encoding: 'utf8' });
  const code = files.filter((file) => file.endsWith('.js') && !file.endsWith('.test.js'));
  assert.ok(code.length > 100);
  assert.deepEqual(
    code.filter((file) => named.test(readFileSync(join(mock, file), 'utf8'))),
    [],
  );
});

test('the profile on the page can be played', async () => {
  await withFile(block('yaml profile'), async (file) => {
    const { endpointUrl, close } = await played(file);
    const answer = await fetch(endpointUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ grant_type: 'authorization_code', code: 'none', client_id: 'demo' }),
    });
    assert.equal(answer.status, 422);
    assert.equal(((await answer.json()) as { success: boolean }).success, false);
    assert.ok(endpointUrl.endsWith('/oauth/token'));
    await close();
  });
});

async function played(profile: string) {
  const provider = await startMockProvider({ profile: await loadProfile(profile) });
  return {
    endpointUrl: provider.defaultTenant.endpointUrl('token') ?? '',
    close: () => provider.close(),
  };
}

test('a mistake in a profile of one’s own is told with what to write', async () => {
  const wrong = block('yaml profile').replace('token-values:', 'token-value:');
  await withFile(wrong, (file) =>
    assert.rejects(loadProfile(file), (error: Error) => {
      assert.ok(error instanceof OptionError);
      assert.match(error.message, /behaviours\.token-value .*Did you mean "token-values"\?/);
      return true;
    }),
  );
});
