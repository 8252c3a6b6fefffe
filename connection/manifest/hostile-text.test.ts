import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixText } from './fix-text.js';

const today = '2026-06-15';
/** Milliseconds for one text; on an idle machine the slowest takes about one second. */
const limit = 60_000;
const mebibyte = 1024 * 1024;

/** The unit as often as it fits into what is read of a file. */
const filled = (unit: string, around = 200) => unit.repeat(Math.floor((mebibyte - around) / unit.length));
const many = (count: number, unit: (index: number) => string, glue = ', ') =>
  Array.from({ length: count }, (_, index) => unit(index)).join(glue);

const auth = (line: string) =>
  `connection:\n  id: a\n  provider: p\n  title: T\n  auth:\n    type: oauth\n    issuer: https://as.example\n    clientId: a\n    ${line}\n`;
const connection = (id: string) => `{ id: ${id}, provider: p, title: T, auth: { type: apiKey } }`;
/** Each alias repeats the one before it several times. */
const chain = (length: number, repeats: number) =>
  many(
    length,
    (n) =>
      `k${n}: &a${n} [${Array(repeats)
        .fill(n === 0 ? 'x' : `*a${n - 1}`)
        .join(', ')}]`,
    '\n',
  );

/** What is hostile about it, and the rule whose finding comes first. */
const texts: Record<string, [rule: string, text: string]> = {
  'an alias bomb': ['size-limit', `${auth('scopes: []')}${chain(10, 9)}`],
  'merge keys that multiply': ['size-limit', `a: &a {x: 1}\nconnection:\n  <<: [${'*a, '.repeat(900)}]`],
  'a megabyte of brackets': ['size-limit', filled('[')],
  'a megabyte of dashes': ['size-limit', filled('- ')],
  'a megabyte of anchors': ['yaml-syntax', filled('&a ')],
  'a megabyte of quotes': ['no-connection', filled("'")],
  'a megabyte of tabs': ['no-connection', filled('\t')],
  'a megabyte of NUL': ['no-connection', filled('\0')],
  'a megabyte of comments': ['no-connection', filled('#\n')],
  'a megabyte of documents': ['size-limit', filled('---\n')],
  'a megabyte of keys': ['size-limit', many(100_001, (n) => `k${n}: 1`, '\n')],
  'many keys that resemble ours': ['unknown-key', many(20_000, (n) => `connecti${n}: 1`, '\n')],
  'many unknown keys in a connection': ['size-limit', auth(many(20_000, (n) => `k${n}: 1`, '\n    '))],
  'many scopes': ['size-limit', auth(`scopes: [${many(20_000, (n) => `s${n}`)}]`)],
  'many parameters': ['size-limit', auth(`authorizationParams: { ${many(5000, (n) => `k${n}: a`)} }`)],
  'many connections': ['size-limit', `connections: [${many(3000, (n) => connection(`c${n}`))}]`],
  'many connections with one id': ['duplicate-id', `connections: [${many(1000, () => connection('c'))}]`],
  'a value of a megabyte': ['unknown-key', auth(`titel: ${filled('x')}`)],
  'a key of a megabyte': ['yaml-syntax', auth(`${filled('x')}: 1`)],
  'a URL of a megabyte': ['absolute-url', auth(`tokenUrl: "https://a.example/${filled(' ')}x"`)],
  'a host of a megabyte': ['', auth(`tokenUrl: https://${filled('a.', 300)}example/token`)],
  'a path of a megabyte': ['', auth(`tokenUrl: https://a.example/${filled('/', 300)}`)],
};

for (const [label, [rule, text]] of Object.entries(texts)) {
  test(`comes to an end, and says why: ${label}`, { timeout: limit }, () => {
    const { findings, text: left } = fixText('a.yaml', text, today);
    if (rule !== '') assert.equal(findings[0]?.rule, rule);
    for (const { message } of findings) assert.ok(message.length < 1000, message.slice(0, 1000));
    assert.equal(left, text);
  });
}
