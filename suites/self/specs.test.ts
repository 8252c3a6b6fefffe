import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { clientCapabilities } from '../../fixtures/client/capabilities.js';
import { capabilities } from '../../fixtures/server/capabilities.js';
import { clientRoles } from '../../fixtures/server/clients.js';
import { readCatalogue } from '../catalogue.js';
import { clientControls } from '../controls/client/index.js';
import { controls } from '../controls/index.js';
import { levels, requirementId, severities } from '../requirement.js';
import { readSource, sourcesIn } from './sources.js';

/** What the details of a requirement may name, by who is judged. */
const halves = {
  server: { capabilities, controls, clients: Object.keys(clientRoles) },
  client: { capabilities: clientCapabilities, controls: clientControls, clients: ['public', 'confidential'] },
};

const catalogue = readCatalogue();
const ids = catalogue.map(({ id }) => id);
const sources = sourcesIn('suites').filter((path) => !path.startsWith('suites/self/'));
const specs = sources.filter((path) => path.endsWith('.spec.ts'));

/** `RFC 6749 §4.1.2`, an appendix, a standard without numbers, or our own policy with its reason. */
const clause =
  /^(?:[A-Z][\w.-]+(?: [\w.-]+)* (?:§[\dA-Z]+(?:\.\d+)*|Appendix [A-Z](?:\.\d+)*)|(?:Fetch standard|Harness policy|Connection manifest) \(.+\))$/;

describe('specs', () => {
  test('each is a requirement of the catalogue, by its path', () => {
    assert.deepEqual(ids, specs.map(requirementId).sort());
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.length >= 85 + 54, `only ${ids.length}`);
  });

  test('each holds one test(), and no shared file holds any', () => {
    const calls = (path: string) => readSource(path).match(/(?<![\w.])test(?:\.\w+)?\(/g)?.length ?? 0;
    const other = (path: string) =>
      readSource(path).match(/(?<![/\w.])test(?:\.\w+)?\((?=\s*['"`])/g)?.length ?? 0;
    assert.deepEqual(
      specs.filter((path) => calls(path) !== 1),
      [],
    );
    const shared = sources.filter((path) => !path.endsWith('.spec.ts') && !path.endsWith('.test.ts'));
    assert.deepEqual(
      shared.filter((path) => other(path) > 0),
      [],
    );
  });

  test('no two have one title', () => {
    const titles = catalogue.map(({ title }) => title);
    assert.deepEqual(
      titles.filter((title, index) => titles.indexOf(title) !== index),
      [],
    );
  });
});

for (const entry of catalogue) {
  test(`${entry.id} says all about itself`, () => {
    const { level, severity, tier, title, attack, tested, fix, clauses, needs, negative, control, client } =
      entry;
    assert.ok(levels.includes(level), level);
    assert.ok(severities.includes(severity), severity);
    assert.match(tier, /^(core|extended)$/);
    for (const text of [title, attack, tested, fix]) assert.ok(text.trim().length > 3, `"${text}"`);
    for (const sentence of [attack, tested, fix]) assert.match(sentence, /^["'A-Z].*\.$/s);
    assert.ok(clauses.length > 0);
    for (const text of clauses) assert.match(text, clause);
    const half = entry.role === 'client' ? halves.client : halves.server;
    for (const need of needs) assert.ok(need in half.capabilities, need);
    if (negative) assert.ok(control !== undefined, 'a negative requirement needs a control');
    if (control !== undefined) {
      assert.ok(control in half.controls, control);
      if (control.includes('/'))
        assert.ok(ids.includes(control), `${control} bears the name of no requirement`);
    }
    if (client !== undefined) assert.ok(half.clients.includes(client), client);
  });
}
