import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'cheerio/slim';
import { sampleResult, sampleRun, sampleSubject } from '../../results/sample-results.js';
import { sampleOptions } from '../sample-options.js';
import { junit } from './junit.js';

const hostile = `<script>&"'\u0000\u001b[31m\ud800\uffff]]> \u0085ü`;

function parsed(...subjects: Parameters<typeof sampleRun>[0]) {
  return load(junit.render(sampleRun(subjects), sampleOptions), { xml: true });
}

test('what is red in the run is red in JUnit, and nothing else', () => {
  const $ = parsed(
    sampleSubject(
      [
        sampleResult('server/a/declared', { verdict: 'fail', message: 'known' }),
        sampleResult('server/a/found', { verdict: 'fail', message: 'new' }),
        sampleResult('server/a/passed'),
        sampleResult('server/a/skipped', { verdict: 'skipped', message: 'no client' }),
        sampleResult('server/a/stale'),
        sampleResult('server/a/undecided', { verdict: 'inconclusive', message: '429' }),
        sampleResult('server/a/warned', { verdict: 'warn', message: 'hm' }),
      ],
      { fails: [{ id: 'server/a/declared' }, { id: 'server/a/stale' }] },
    ),
  );
  const named = (selector: string) =>
    $(selector)
      .parent()
      .toArray()
      .map((element) => $(element).attr('name'));
  assert.deepEqual(named('failure'), ['server/a/found', 'server/a/stale']);
  assert.deepEqual(named('error'), ['server/a/undecided']);
  assert.deepEqual(named('skipped'), ['server/a/skipped']);
  const { tests, failures, errors, skipped } = $('testsuite').attr() ?? {};
  assert.deepEqual([tests, failures, errors, skipped], ['7', '2', '1', '1']);
});

test('what a target wrote is text, and only characters that XML allows', () => {
  const result = sampleResult('server/a/b', {
    verdict: 'fail',
    message: hostile,
    findings: [{ verdict: 'fail', expected: 'x', received: hostile }],
  });
  const xml = junit.render(sampleRun([sampleSubject([result], { name: hostile })]), sampleOptions);
  assert.doesNotMatch(xml, /<script>/);
  assert.doesNotMatch(xml, /[^\P{Cc}\t\n\r\u0085]|\p{Cs}|\uffff/u);
  const $ = load(xml, { xml: true });
  assert.match($('failure').text(), /<script>&"'/);
  assert.match($('failure').attr('message') ?? '', /^<script>&"'/);
});

test('the same results give the same report', () => {
  const run = sampleRun([sampleSubject([sampleResult('server/a/b')])]);
  assert.equal(junit.render(run, sampleOptions), junit.render(run, sampleOptions));
});
