import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readCatalogue } from '../suites/catalogue.js';
import { threats } from '../suites/threats.js';
import { inMarkdown, requirementAnchor, threatAnchor } from './requirements-docs/markdown.js';
import { requirementsPages } from './requirements-docs/pages.js';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'requirements');
const pages = await requirementsPages();

test('the pages are what the requirements say (npm run docs writes them)', () => {
  assert.deepEqual(readdirSync(folder).sort(), Object.keys(pages).sort());
  for (const [name, text] of Object.entries(pages))
    assert.equal(readFileSync(join(folder, name), 'utf8'), text, `docs/requirements/${name}`);
});

test('every requirement has one place, on the page of its role', () => {
  for (const { id, role } of readCatalogue()) {
    const page = pages[`${role}.md`] ?? '';
    assert.equal(page.split(`<a id="${requirementAnchor(id)}"></a>`).length, 2, id);
  }
});

test('every threat has one row', () => {
  for (const id of Object.keys(threats))
    assert.equal(pages['threats.md']?.split(`<a id="${threatAnchor(id)}"></a>`).length, 2, id);
});

test('every link between the pages leads to a place that is there', () => {
  const placesIn = (page: string) => [
    ...[...page.matchAll(/<a id="([^"]+)"/g)].map(([, place]) => place),
    ...[...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading),
  ];
  const links = Object.entries(pages).flatMap(([page, text]) =>
    [...text.matchAll(/\]\(([a-zA-Z]*(?:\.md)?)#([^)]+)\)/g)].map(([, name, place]) => [name || page, place]),
  );
  assert.ok(links.length > 500);
  const broken = links.filter(([page = '', place]) => !placesIn(pages[page] ?? '').includes(place));
  assert.deepEqual(broken, []);
});

test('what Markdown would read as markup stays text', () => {
  assert.equal(
    inMarkdown('token=<b> & &amp; `x` [::1] | *_uri'),
    String.raw`token=\<b\> & \&amp; \`x\` \[::1\] \| \*\_uri`,
  );
  assert.equal(inMarkdown('code_challenge_method'), 'code_challenge_method');
  assert.equal(inMarkdown('- ~ 1.'), String.raw`\- \~ 1.`);
});
