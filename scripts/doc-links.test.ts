import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..', '..');
const docs = join(root, 'docs');
const listed = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' });
const pages = [
  ...['README.md', 'CHANGELOG.md'].map((name) => join(root, name)),
  ...listed(docs)
    .filter((path) => path.endsWith('.md'))
    .map((path) => join(docs, path)),
];

/** Targets of links and images, outside of code. */
function targetsIn(markdown: string): string[] {
  const prose = markdown.replace(/^(```+|~~~+)[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target as string);
}

/** As GitHub makes them: of headings, and explicit ones. */
function anchorsIn(markdown: string): Set<string> {
  const headings = [...markdown.matchAll(/^#{1,6} (.+)$/gm)].map(([, text]) =>
    (text as string)
      .toLowerCase()
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
  const explicit = [...markdown.matchAll(/<a (?:id|name)="([^"]+)"/g)].map(([, id]) => id as string);
  return new Set([...headings, ...explicit]);
}

for (const page of pages) {
  const name = relative(root, page);
  test(`every link in ${name} leads somewhere`, () => {
    const markdown = readFileSync(page, 'utf8');
    const broken = targetsIn(markdown).filter((target) => {
      if (/^[a-z]+:/.test(target)) return !URL.canParse(target);
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? page : join(dirname(page), path);
      if (!existsSync(file)) return true;
      return anchor !== undefined && !anchorsIn(readFileSync(file, 'utf8')).has(anchor);
    });
    assert.deepEqual(broken, []);
  });
}

test('every picture is shown somewhere', () => {
  const shown = pages.flatMap((page) =>
    targetsIn(readFileSync(page, 'utf8')).map((target) => join(dirname(page), target)),
  );
  const pictures = listed(docs)
    .filter((path) => /\.(png|svg)$/.test(path))
    .map((path) => join(docs, path));
  assert.ok(pictures.length > 0);
  assert.deepEqual(
    pictures.filter((picture) => !shown.includes(picture)),
    [],
  );
});

test('every page can be reached from the README', () => {
  const reached = new Set<string>();
  const follow = (page: string): void => {
    if (reached.has(page) || !page.endsWith('.md') || !existsSync(page)) return;
    reached.add(page);
    for (const target of targetsIn(readFileSync(page, 'utf8')))
      follow(join(dirname(page), target.split('#')[0] ?? ''));
  };
  follow(join(root, 'README.md'));
  assert.deepEqual(
    pages.filter((page) => page.startsWith(docs) && !reached.has(page)).map((page) => relative(root, page)),
    [],
  );
});
