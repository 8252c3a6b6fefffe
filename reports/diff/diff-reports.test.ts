import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { diffOf, type RunDiff } from '../../results/diff.js';
import { sampleResult, sampleRun, sampleSubject } from '../../results/sample-results.js';
import { jsonDiff } from './json.js';
import { markdownDiff } from './markdown.js';
import { textDiff } from './text.js';

const options = { columns: 80, colors: false, verbose: false };
const hostile = 'a\u001b[2Jb\r\u202e```\n# head <script>alert(1)</script> | [x](y) @all';

const before = sampleRun([
  sampleSubject([
    sampleResult('server/a/fixed', { verdict: 'fail' }),
    sampleResult('server/a/known', { verdict: 'fail' }),
    sampleResult('server/a/lost'),
    sampleResult('server/a/new'),
  ]),
]);
const after = sampleRun([
  sampleSubject([
    sampleResult('server/a/fixed'),
    sampleResult('server/a/known', { verdict: 'fail' }),
    sampleResult('server/a/lost', { verdict: 'skipped', message: 'no login' }),
    sampleResult('server/a/new', { verdict: 'fail', severity: 'critical', message: 'a token came' }),
  ]),
]);
const diff = diffOf(before, after);

describe('a comparison as text', () => {
  test('tells what is worse first, with its reason, and what it comes to last', () => {
    const text = textDiff(diff, options);
    const order = ['NEW FAILURES (1)', 'NO LONGER DECIDED (1)', 'FIXED (1)', 'STILL FAILING (1)', 'exit 1'];
    const places = order.map((part) => text.indexOf(part));
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
      text,
    );
    assert.ok(
      places.every((place) => place > 0),
      text,
    );
    assert.match(text, /critical {2}server\/a\/new {2}pass → fail\n +a token came/);
    assert.match(text, /1 newly failing, 1 no longer decided, 1 fixed, 1 still failing/);
  });

  test('names what is merely known when asked to', () => {
    assert.doesNotMatch(textDiff(diff, options), /server\/a\/known/);
    assert.match(textDiff(diff, { ...options, verbose: true }), /server\/a\/known {2}fail → fail/);
  });

  test('of two equal runs is short', () => {
    assert.match(textDiff(diffOf(before, before), { ...options }), /^\n *sample\n[\s\S]*exit 0/);
    assert.equal(
      textDiff({ schema: 1, exitCode: 0, conditions: [], subjects: [] }, options).trim().split('\n').length,
      2,
    );
  });
});

test('a comparison as JSON is the comparison', () => {
  assert.deepEqual(JSON.parse(jsonDiff(diff)), JSON.parse(JSON.stringify(diff)));
});

describe('a comparison as Markdown', () => {
  test('shows what is worse, and folds the rest away', () => {
    const text = markdownDiff(diff);
    assert.match(text, /^## Proofkey: ❌ something fails that did not/);
    assert.match(
      text,
      /\*\*New failures \(1\)\*\*\n\n- critical · `server\/a\/new` pass → fail: `a token came`/,
    );
    assert.match(
      text,
      /<details><summary>Fixed \(1\)<\/summary>\n\n- high · `server\/a\/fixed` fail → pass\n/,
    );
  });

  test('is no longer than GitHub takes', () => {
    const rows = (verdict: 'pass' | 'fail') =>
      [...Array(150).keys()].map((index) =>
        sampleResult(`server/a/r${index}`, { verdict, message: 'x'.repeat(1500) }),
      );
    const long = diffOf(
      sampleRun(['a', 'b'].map((name) => sampleSubject(rows('pass'), { name }))),
      sampleRun(['a', 'b'].map((name) => sampleSubject(rows('fail'), { name }))),
    );
    const text = markdownDiff(long);
    assert.ok(text.length < 65_536, `${text.length}`);
    assert.match(text, /More is left out here/);
    assert.match(text, /\*\*New failures \(150\)\*\*\n\n- high · `server\/a\/r0` pass → fail: `xxx/);
    assert.ok(text.length > 40_000, 'there is room for more');
  });
});

test('nothing in the files steers a terminal, nor is it markup', () => {
  const evil: RunDiff = diffOf(
    sampleRun([]),
    sampleRun(
      [sampleSubject([sampleResult('server/a/b', { verdict: 'fail', message: hostile })], { name: hostile })],
      {
        tool: { name: 'proofkey', version: hostile },
      },
    ),
  );
  assert.equal(evil.conditions.length, 1);
  assert.doesNotMatch(textDiff(evil, options), /[^\P{Cc}\n]|\p{Cf}/u);
  assert.doesNotMatch(jsonDiff(evil), /[^\P{Cc}\n]|\p{Cf}/u);
  const text = markdownDiff(evil);
  assert.doesNotMatch(text, /[^\P{Cc}\n]|\p{Cf}/u);
  assert.doesNotMatch(text, /^# head/m);
  // What is left outside of code has no markup in it.
  assert.doesNotMatch(text.replace(/(`+)[^\n]*?[^`]\1(?!`)/g, ''), /(?<!\\)<script|(?<!\\)\[x|@all/);
});
