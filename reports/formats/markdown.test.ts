import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleResult, sampleRun, sampleSubject } from '../../results/sample-results.js';
import { sampleOptions } from '../sample-options.js';
import { everyStanding, hostile, hostileTexts } from '../sample-subjects.js';
import { markdown } from './markdown.js';

function rendered(...[subjects, changes]: Parameters<typeof sampleRun>): string {
  return markdown.render(sampleRun(subjects, changes), sampleOptions);
}

/** What is left for markup once code is taken out, by CommonMark 0.31 §4.5 and §6.1. */
function outsideCode(text: string): string {
  const lines = text.split('\n');
  const open: string[] = [];
  let fence = '';
  for (const line of lines) {
    if (fence !== '') {
      if (/^`+$/.test(line) && line.length >= fence.length) fence = '';
    } else if (/^`{3,}\w*$/.test(line)) fence = /^`+/.exec(line)?.[0] ?? '';
    else open.push(line);
  }
  assert.equal(fence, '', 'every block is closed');
  return open.join('\n').replace(/(?<![`\\])(`+)(?!`)(?:(?!\n\n)[\s\S])*?(?<!`)\1(?!`)/g, '');
}

test('a finding has what was expected and received, the clause, the attack, the fix and a reproduction', () => {
  const text = rendered([everyStanding()], { exitCode: 1 });
  const from = text.indexOf('#### critical');
  const section = text.slice(from, text.indexOf('#### ', from + 5));
  for (const part of [
    '#### critical · `server/a/found`',
    'Title of server/a/found',
    '- **Variants** `once`, `twice`',
    '- **Expected** `a refusal`',
    '- **Received** `status 200`',
    '- **Clause** MUST · [RFC 6749 §4.1.2](https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2)',
    '- **Attack** something is stolen',
    '- **Fix** Guard it.',
    "```sh\ncurl -i -X 'POST' 'http://127.0.0.1:8080/token'",
  ])
    assert.ok(section.includes(part), `${part}\nin\n${section}`);
});

test('what is declared, out of date, open or warned of has its list, and the verdict comes first', () => {
  const text = rendered([everyStanding()], { exitCode: 1 });
  assert.match(text, /^## Proofkey: ❌ a requirement fails/);
  assert.match(text, /^2 pass · 4 fail · 1 warn · 2 inconclusive · 2 skipped in 1\.2 s/m);
  for (const line of [
    '- `server/a/declared`: ticket 4711 · identity · until 2027-01-31',
    '- `server/a/stale` (`server.yaml:42:5`): It stands under "fails", but its verdict is pass: remove the entry',
    '- `server/a/expired` (`server.yaml:43:5`): Its entry was good until 2026-01-31: remove it, or agree on a new date',
    '- `answered 429`: `server/a/undecided`',
    '- `the worker died`: `server/a/crashed`',
    '- high · `server/a/warned`: `no cache header`',
  ])
    assert.ok(text.split('\n').includes(line), `${line}\nin\n${text}`);
});

test('clients that met provider personas are a table', () => {
  const met = (client: string, profile: string, verdict: 'pass' | 'fail') =>
    sampleSubject([sampleResult('client/a/b', { verdict })], {
      name: `${client} ${profile}`,
      meets: { client, profile },
    });
  const text = rendered([
    met('one', 'github', 'pass'),
    met('one', 'slack', 'fail'),
    met('two', 'slack', 'pass'),
  ]);
  const from = text.indexOf('### Clients by provider profile');
  assert.deepEqual(text.slice(from).split('\n').slice(2, 6), [
    '| profile | `one` | `two` |',
    '| --- | --- | --- |',
    '| `github` | ✅ no finding |  |',
    '| `slack` | ❌ 1 finding | ✅ no finding |',
  ]);
});

test('what a target wrote is code and nothing else', () => {
  for (const hostileText of hostileTexts) {
    const text = rendered([hostile(hostileText)], { harness: [hostileText] });
    const open = outsideCode(text);
    assert.doesNotMatch(open, /evil|script|octocat|onerror|onload|forged|touch|secrets/, open);
    assert.doesNotMatch(open.replaceAll('https://www.rfc-editor.org', ''), /<|!\[|https?:/);
    assert.doesNotMatch(text.replaceAll('\n', ''), /[\p{Cc}\p{Cf}\p{Cs}]/u);
  }
});

test('what a target wrote does not add a row or a cell', () => {
  for (const hostileText of hostileTexts) {
    const [row = ''] = /^\| .* \| `server\.yaml` \|.*$/m.exec(rendered([hostile(hostileText)])) ?? [];
    assert.equal(row.match(/(?<!\\)\|/g)?.length, 5, row);
  }
});

test('it stays within what GitHub takes of a step, and says what it leaves out', () => {
  const long = '`|\u00e9'.repeat(600);
  const findings = [{ verdict: 'fail' as const, expected: long, received: long }];
  const many = Array.from({ length: 700 }, (_none, index) =>
    sampleResult(`server/a/found-${index}`, { verdict: 'fail', severity: 'low', findings }),
  );
  const worst = sampleResult('server/z/worst', { verdict: 'fail', severity: 'critical' });
  const text = rendered([sampleSubject([...many, worst])]);
  assert.ok(Buffer.byteLength(text) <= 1024 * 1024, `${Buffer.byteLength(text)} bytes`);
  assert.ok(Buffer.byteLength(text) > 900_000);
  assert.match(text, /server\/z\/worst/);
  assert.match(text, /More is left out here: `report\.html` and `results\.json`[^\n]*\n$/);
  outsideCode(text);
});
