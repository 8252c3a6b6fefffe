import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { load } from 'cheerio/slim';
import { validateXML } from 'xmllint-wasm';
import { sampleResult, sampleRun, sampleSubject } from '../../results/sample-results.js';
import { sampleOptions } from '../sample-options.js';
import { everyStanding, hostile, hostileTexts, withoutFile } from '../sample-subjects.js';
import { junit } from './junit.js';

const hostileText = `<script>&"'\u0000\u001b[31m\ud800\uffff]]> \u0085ü`;

function parsed(...subjects: Parameters<typeof sampleRun>[0]) {
  return load(junit.render(sampleRun(subjects), sampleOptions), { xml: true });
}

/** What Jenkins takes, and so what everybody else does. */
async function objections(xml: string): Promise<string> {
  const file = new URL('../../../reports/formats/testing/jenkins-junit-4.xsd', import.meta.url);
  const { valid, rawOutput } = await validateXML({ xml, schema: readFileSync(file, 'utf8') });
  return valid ? '' : rawOutput;
}

test('it is valid by the schema of Jenkins, whatever a target wrote', async () => {
  const runs = [[], [everyStanding(), withoutFile()], ...hostileTexts.map((text) => [hostile(text)])];
  for (const subjects of runs) {
    const run = sampleRun(subjects, { harness: [hostileText] });
    assert.equal(await objections(junit.render(run, sampleOptions)), '');
  }
  assert.match(await objections('<testsuites><testsuite/></testsuites>'), /is required but missing/);
});

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

test('an entry that is out of date is red, also where its requirement is no part of the run', () => {
  const until = '2026-01-31';
  const fails = ['skipped', 'absent'].map((name) => ({ id: `server/a/${name}`, until }));
  const skipped = sampleResult('server/a/skipped', { verdict: 'skipped', message: 'no client' });
  const $ = parsed(sampleSubject([skipped], { fails }));
  const red = $('failure[type=expired]').parent().toArray();
  assert.deepEqual(
    red.map((element) => $(element).attr('name')),
    ['server/a/skipped', 'server/a/absent'],
  );
  assert.deepEqual([$('testsuite').attr('tests'), $('testsuite').attr('failures')], ['2', '2']);
});

test('what a target wrote is text, and only characters that XML allows', () => {
  const result = sampleResult('server/a/b', {
    verdict: 'fail',
    message: hostileText,
    findings: [{ verdict: 'fail', expected: 'x', received: hostileText }],
  });
  const xml = junit.render(sampleRun([sampleSubject([result], { name: hostileText })]), sampleOptions);
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
