import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { subjectRules } from '../subject-rules/index.js';
import { connectionRules } from './index.js';

const folder = new URL('./', import.meta.url);
const files = readdirSync(folder).filter(
  (file) => /\.(ts|js)$/.test(file) && !/\.(test|d)\.(ts|js)$/.test(file),
);
const ids = files
  .map((file) => file.replace(/\.(ts|js)$/, ''))
  .filter((id) => id !== 'index' && id !== 'rule');

test('every rule has a file, and every file is in the list', () => {
  assert.deepEqual(Object.keys(connectionRules).toSorted(), ids.toSorted());
});

test('ids are kebab-case, and none is one of a rule on subject files', () => {
  for (const id of ids) {
    assert.match(id, /^[a-z]+(-[a-z]+)*$/);
    assert.ok(!(id in subjectRules), id);
  }
});

test('every rule demands one sentence', () => {
  for (const [id, { demands, clause }] of Object.entries(connectionRules)) {
    assert.match(demands, /^[A-Za-z][^\n]*[^.]\.$/, id);
    assert.doesNotMatch(demands, /[.!?] [A-Z]/, id);
    assert.match(clause ?? 'RFC 6749', /^(RFC|OAuth) /, id);
  }
  const sentences = Object.values(connectionRules).map(({ demands }) => demands);
  assert.equal(new Set(sentences).size, sentences.length);
});

test('every rule is tried on cases of both kinds', () => {
  const tests = readdirSync(folder).filter((file) => /\.test\.(ts|js)$/.test(file));
  const texts = tests.map((file) => readFileSync(new URL(file, folder), 'utf8'));
  const tried = texts.flatMap((text) => [...text.matchAll(/judged\(\s*'([a-z-]+)'/g)].map(([, id]) => id));
  assert.deepEqual(tried.toSorted(), ids.toSorted());
});

test('no message shows the user of a URL, whose password stands there', () => {
  const issuer = 'https://ann:hush@login.example.com/.well-known/openid-configuration';
  const auth = {
    ...{ type: 'oauth' as const, issuer, clientType: 'public' as const, clientSecret: 'hush' },
    ...{
      authorizationUrl: 'https://ann:hush@a.example/token?hush=hush',
      tokenUrl: 'https://ann:hush@b.example/auth',
    },
    redirect: { method: 'web' as const, redirectUrl: 'http://ann:hush@localhost/*?code=hush' },
    authorizationParams: { client_secret: 'hush' },
    tokenParams: { client_secret: 'hush' },
  };
  const connection = { id: 'default', provider: 'example', title: 'Example', auth };
  const around = { connections: [connection], preferences: [], capabilityConnectionId: undefined };
  const found = Object.entries(connectionRules).flatMap(([id, { check }]) =>
    check(connection, around).map(({ what, why, instead }) => ({ id, text: `${what} ${why} ${instead}` })),
  );
  assert.ok(found.length >= 8, `${found.length}`);
  for (const { id, text } of found) {
    // The name of a parameter is no secret; its value is.
    assert.doesNotMatch(text.replace('Move "hush"', ''), /hush/, id);
  }
});

test('no rule is slow on what is huge', () => {
  const names = Array.from({ length: 20_000 }, (_, index) => `name${index}`);
  const long = `${'eyJ-gho_-'.repeat(50_000)}{<-----BEGIN A A `;
  const auth = {
    ...{
      type: 'oauth' as const,
      authorizationUrl: `https://a.example/?${long}`,
      tokenUrl: long,
      clientId: long,
    },
    ...{ scopes: [long, ...names], secretNames: names },
    redirect: { method: 'app-uri' as const, uriScheme: 'a.b', callbackPath: `/${long}` },
    authorizationParams: Object.fromEntries(names.map((name) => [name, name])),
    tokenParams: Object.fromEntries(names.map((name) => [name, name])),
    bridge: { appId: `a${'.a'.repeat(100_000)}` },
  };
  const connection = { id: 'a', provider: 'a', title: long, publicPreferenceNames: names, auth };
  const preferences = names.map((name) => ({ name }));
  const around = { connections: [connection], preferences, capabilityConnectionId: 'b' };
  for (const [id, { check }] of Object.entries(connectionRules)) {
    const start = performance.now();
    check(connection, around);
    const took = performance.now() - start;
    assert.ok(took < 5000, `${id} took ${took.toFixed()} ms`);
  }
});
