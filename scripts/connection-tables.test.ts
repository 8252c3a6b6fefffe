import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { judgeText } from '../connection/manifest/judge-text.js';
import { ruleCatalogue } from '../connection/manifest/rule-catalogue.js';
import { textFindings } from '../reports/findings/text.js';
import { withTables } from './connection-tables.js';

const page = readFileSync(join(import.meta.dirname, '../../docs/writing-a-connection.md'), 'utf8');
const today = '2026-06-15';

/** Contents of the fenced blocks that begin with these words. */
function blocks(words: string): string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${words}\n(.*?)^\`\`\`$`, 'gms'))].map(([, text]) =>
    String(text),
  );
}

test('the tables of the page are what the rules and the schema say (npm run docs writes them)', () => {
  assert.equal(withTables(page), page);
});

test('every rule that a connection can break is on the page, once', () => {
  for (const { id, about } of ruleCatalogue) {
    const rows = page.split('\n').filter((line) => line.startsWith(`| \`${id}\` |`));
    assert.equal(rows.length, about === 'subject' ? 0 : 1, id);
  }
});

test('there is nothing to say about the example', () => {
  const [example, ...more] = blocks('yaml');
  assert.deepEqual(more, []);
  assert.deepEqual(judgeText('connection.yaml', String(example), today), []);
});

test('the findings on the page are those of the file beside them', () => {
  const [wrong = ''] = blocks('yaml wrong');
  const [shown] = blocks('text');
  const judge = (text: string) => judgeText('connection.yaml', text, today);
  const files = [{ file: 'connection.yaml', findings: judge(wrong), fixed: [] }];
  assert.equal(textFindings({ version: '', folder: '', files }, false), shown);
  assert.equal(judge(wrong.replace('clientID', 'clientId')).length, 3);
});

test('the steps for CI are YAML', () => {
  const steps = blocks('yaml github').flatMap((text) => parse(text) as { run?: string }[]);
  assert.equal(steps.filter(({ run }) => run?.startsWith('npx proofkey validate ')).length, 2);
});

test('every link within the page leads somewhere', () => {
  const slug = (heading: string) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w -]/g, '')
      .replaceAll(' ', '-');
  const headings = new Set([...page.matchAll(/^##+ (.*)$/gm)].map(([, heading]) => slug(String(heading))));
  const targets = [...page.matchAll(/\]\(#([^)]*)\)/g)].map(([, target]) => String(target));
  assert.ok(targets.length > 5);
  assert.deepEqual(
    targets.filter((target) => !headings.has(target)),
    [],
  );
});
