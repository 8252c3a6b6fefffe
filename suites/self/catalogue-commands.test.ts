import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CatalogueEntry, readCatalogue } from '../catalogue.js';
import { type Ended, runCommand } from './proofkey-process.js';

function proofkey(...words: string[]): Promise<Ended> {
  return runCommand(words);
}

test('list --json is the catalogue', async () => {
  const { code, stdout } = await proofkey('list', '--json');
  assert.equal(code, 0);
  const entries = JSON.parse(stdout) as CatalogueEntry[];
  assert.deepEqual(entries, readCatalogue());
  for (const { id, role, area } of entries) assert.ok(id.startsWith(`${role}/${area}/`), id);
});

test('list --tier core leaves out the others', async () => {
  const { stdout } = await proofkey('list', '--json', '--tier', 'core');
  const core = readCatalogue().filter(({ tier }) => tier === 'core');
  assert.deepEqual(JSON.parse(stdout), core);
});

test('list, for a person, names every requirement once', async () => {
  const { stdout } = await proofkey('list');
  for (const { id } of readCatalogue()) assert.equal(stdout.split(` ${id} `).length, 2, id);
});

test('explain tells the clause, the attack, how it is tested and fixed, and the fault that proves it', async () => {
  const { code, stdout } = await proofkey('explain', 'server/code/single-use');
  assert.equal(code, 0);
  for (const part of ['RFC 6749 §4.1.2', 'is redeemed once more', 'Tested', 'Fix', 'as-code-reusable'])
    assert.ok(stdout.includes(part), part);
});

test('explain of a client requirement names the fault of the reference client', async () => {
  const { stdout } = await proofkey('explain', 'client/iss/mismatch');
  assert.match(stdout, /Proved by\s+The mutant rp-iss-unchecked, which ignores iss\./);
});

test('explain of an unknown id names the nearest', async () => {
  const { code, stderr } = await proofkey('explain', 'server/code/single-us');
  assert.equal(code, 2);
  assert.equal(
    stderr,
    'there is no requirement, area or rule "server/code/single-us"; did you mean "server/code/single-use"?\n',
  );
});

test('explain of an area lists its requirements, whoever is judged', async () => {
  const { code, stdout } = await proofkey('explain', 'pkce');
  assert.equal(code, 0);
  const ids = readCatalogue().flatMap(({ id, area }) => (area === 'pkce' ? [id] : []));
  for (const id of ids) assert.equal(stdout.split(` ${id} `).length, 2, id);
  const { stdout: one } = await proofkey('explain', 'client/pkce');
  assert.match(one, /client\/pkce\/s256 /);
  assert.doesNotMatch(one, /server\/pkce/);
});

test('explain of a manifest rule tells clause and fix', async () => {
  const { code, stdout } = await proofkey('explain', 'redirect-localhost');
  assert.equal(code, 0);
  assert.match(stdout, /RFC 8252 §8\.3\s+https:\/\/www\.rfc-editor\.org\/rfc\/rfc8252#section-8\.3/);
  assert.match(stdout, /In the manifest: Write 127\.0\.0\.1/);
});

test('explain --json is for programs', async () => {
  const told = JSON.parse((await proofkey('explain', '--json', 'server/code/single-use')).stdout);
  assert.equal(told.kind, 'requirement');
  assert.deepEqual(told.mutants, [{ fault: 'as-code-reusable', deviation: 'never marks codes as used' }]);
  assert.equal(JSON.parse((await proofkey('explain', '--json', 'plain-http')).stdout).fix.in, 'manifest');
  assert.equal(
    JSON.parse((await proofkey('explain', '--json', 'server/code')).stdout).areas[0].area,
    'server/code',
  );
});

test('wrong usage is exit code 2', async () => {
  for (const words of [
    ['frobnicate'],
    ['run', '--bogus'],
    ['run', '--tier', 'most'],
    ['run', '--against', 'oauth3'],
  ])
    assert.equal((await proofkey(...words)).code, 2, words.join(' '));
});
