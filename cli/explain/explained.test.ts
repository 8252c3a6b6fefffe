import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ruleCatalogue } from '../../connection/manifest/rule-catalogue.js';
import { readCatalogue } from '../../suites/catalogue.js';
import { areaNames, explainArea } from './area.js';
import { explainRequirement } from './requirement.js';
import { explainRule } from './rule.js';

const catalogue = readCatalogue();
/** Begins with a capital, a quoted word or the name of a field, and ends like a sentence. */
const sentence = /^["'A-Z].{3,}[.!?]$/s;
const link = /^https:\/\/\S+$/;

describe('explain tells all', () => {
  for (const entry of catalogue)
    it(`about ${entry.id}`, async () => {
      const told = await explainRequirement(entry);
      for (const text of [told.attack, told.tested, told.fix.text]) assert.match(text, sentence);
      assert.equal(told.id, entry.id);
      assert.ok(told.clauses.length > 0);
      for (const { clause, url } of told.clauses) {
        assert.match(clause, /^[A-Z]/);
        if (/^(RFC|OAuth 2\.1|OIDC|OpenID)/.test(clause)) assert.match(url ?? '', link, clause);
      }
      for (const { id, title } of told.threats) assert.match(title ?? '', /^[A-Z0-9].{3,}/, id);
      for (const { id, inWords } of told.needs) assert.match(inWords ?? '', /^[A-Za-z_].{3,}[^.]$/, id);
      for (const { fault, deviation } of told.mutants) assert.match(deviation, /^[a-z].{3,}[^.]$/, fault);
      // Those of a connection are held by changed manifests (suites/self/drift.test.ts).
      assert.equal(told.mutants.length > 0, entry.role !== 'connection', 'a mutant proves it');
      const half = { client: 'client', server: 'server', resource: 'server' }[entry.role];
      if (half !== undefined) assert.equal(told.fix.in, half);
      assert.match(told.command, new RegExp(`^npx proofkey run --only ${entry.id} .*subject\\.yaml$`));
    });

  for (const { id } of ruleCatalogue)
    it(`about the rule ${id}`, () => {
      const told = explainRule(id);
      assert.ok(told !== undefined);
      assert.match(told.demands, /^[$A-Za-z].{10,}\.$/);
      assert.match(told.fix.text, sentence);
      for (const { clause, url } of told.clauses) {
        assert.match(clause, /^(RFC \d+|OAuth 2\.\d [\w -]*|OpenID [\w ]*)/);
        if (/^RFC/.test(clause)) assert.match(url ?? '', link, clause);
      }
    });
});

it('what is wrong with a manifest is put right there, or in the server that it describes', async () => {
  const places = await Promise.all(
    catalogue
      .filter(({ role }) => role === 'connection')
      .map(async (entry) => (await explainRequirement(entry)).fix),
  );
  for (const fix of places)
    assert.equal(
      fix.in,
      /connection\.auth|clientAuthentication|^Declare/.test(fix.text) ? 'manifest' : 'server',
      fix.text,
    );
  assert.deepEqual(new Set(places.map((fix) => fix.in)), new Set(['manifest', 'server']));
});

it('an area is named in full, by itself, or by who is judged', () => {
  const ids = (asked: string) =>
    explainArea(asked, catalogue)?.areas.flatMap(({ requirements }) => requirements.map(({ id }) => id));
  const inCatalogue = (part: (id: string) => boolean) => catalogue.map(({ id }) => id).filter(part);
  assert.deepEqual(
    ids('server/code'),
    inCatalogue((id) => id.startsWith('server/code/')),
  );
  assert.deepEqual(ids('server/code/'), ids('server/code'));
  assert.deepEqual(
    ids('pkce'),
    inCatalogue((id) => id.split('/')[1] === 'pkce'),
  );
  assert.deepEqual(
    ids('client'),
    inCatalogue((id) => id.startsWith('client/')),
  );
  assert.equal(ids('server/nothing'), undefined);
  for (const name of areaNames(catalogue)) assert.ok((ids(name) ?? []).length > 0, name);
});

it('a rule never hides behind an area', () => {
  const rules: readonly string[] = ruleCatalogue.map(({ id }) => id);
  assert.deepEqual(
    areaNames(catalogue).filter((name) => rules.includes(name)),
    [],
  );
});
