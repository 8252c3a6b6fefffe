import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sampleResult, sampleRun, sampleSubject } from '../../results/sample-results.js';
import { terminalReport } from './report.js';

const options = { paths: ['reports/out/results.json'], verbose: false, columns: 80, colors: false };

const failed = sampleResult('server/a/failed', {
  verdict: 'fail',
  severity: 'critical',
  findings: [
    { verdict: 'fail', expected: 'no token', received: 'a token', variant: 'first', exchange: 0 },
    { verdict: 'fail', expected: 'no token', received: 'a token', variant: 'second' },
  ],
  evidence: [
    {
      from: 'client',
      to: 'authorization server',
      method: 'POST',
      url: 'http://127.0.0.1/token',
      requestHeaders: {},
      requestBody: 'code=<code:0123abcd>',
      status: 200,
      responseHeaders: [],
      responseBody: '',
      durationMs: 1,
    },
  ],
});

describe('terminal report', () => {
  test('a finding says what was required, expected and seen, and how to see it again', () => {
    const report = terminalReport(sampleRun([sampleSubject([failed])], { exitCode: 1 }), options);
    assert.match(report, /✗ sample {2}1 finding/);
    assert.match(report, /critical {2}server\/a\/failed/);
    assert.match(report, /EXPECTED +no token\n +ACTUAL +a token\n +VARIANTS +first; second/);
    assert.match(report, /curl -i -X 'POST' 'http:\/\/127\.0\.0\.1\/token' --data-raw 'code='"\$CODE"/);
    assert.match(report, /exit 1/);
  });

  test('a finding about a client shows what it sent and wrote, and how to run the test again', () => {
    const sent = { ...failed, id: 'client/a/failed', clientOutput: 'first\nlast words\n' };
    const subject = sampleSubject([sent], { file: 'client.yaml' });
    const report = terminalReport(sampleRun([subject], { exitCode: 1 }), options);
    assert.match(
      report,
      /ON THE WIRE +POST http:\/\/127\.0\.0\.1\/token with code=<code:0123abcd>,\s+answered 200/,
    );
    assert.match(report, /CLIENT WROTE +first last words/);
    assert.match(report, /npx proofkey run --only client\/a\/failed client\.yaml/);
    const evil = sampleSubject([sent], { file: "a'; $(reboot).yaml" });
    const quoted = terminalReport(sampleRun([evil], { exitCode: 1 }), options);
    assert.ok(quoted.includes(`--only client/a/failed 'a'\\''; $(reboot).yaml'`), quoted);
    assert.doesNotMatch(report, /curl/);
  });

  test('nothing that a target wrote steers the terminal', () => {
    const hostile = 'a\u001b[2Jb\u001b]0;title\u0007c\rd\u202ee\u0085\u2028f';
    const result = sampleResult('server/a/b', { verdict: 'fail', message: hostile, notes: [hostile] });
    const subject = sampleSubject([result], { name: hostile, diagnosis: [hostile] });
    const report = terminalReport(sampleRun([subject], { harness: [hostile], exitCode: 1 }), options);
    assert.doesNotMatch(report, /[^\P{Cc}\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    assert.match(report, /abc d/);
  });

  test('failed controls and their diagnosis come before findings', () => {
    const blocked = sampleResult('server/a/blocked', {
      verdict: 'inconclusive',
      controls: [{ id: 'server/c/control', when: 'before', passed: false, message: 'no code', at: 1 }],
    });
    const subject = sampleSubject([blocked, failed], { diagnosis: ['the issuer differs'] });
    const report = terminalReport(sampleRun([subject], { exitCode: 1 }), options);
    const order = ['server/c/control', 'Diagnosis', 'FINDINGS', 'COULD NOT BE DECIDED'].map((part) =>
      report.indexOf(part),
    );
    assert.deepEqual(
      order,
      [...order].sort((a, b) => a - b),
    );
    assert.ok(order.every((index) => index > 0));
  });

  test('findings come from critical to low', () => {
    const results = (['low', 'critical', 'medium', 'high'] as const).map((severity) =>
      sampleResult(`server/a/${severity}`, { verdict: 'fail', severity }),
    );
    const report = terminalReport(sampleRun([sampleSubject(results)], { exitCode: 1 }), options);
    const found = [...report.matchAll(/^ +(critical|high|medium|low) {2}server/gm)].map(
      ([, severity]) => severity,
    );
    assert.deepEqual(found, ['critical', 'high', 'medium', 'low']);
  });

  test('prose keeps to the width', () => {
    const long = sampleResult('server/a/b', { verdict: 'warn', message: 'word '.repeat(100).trim() });
    const report = terminalReport(sampleRun([sampleSubject([long])]), options);
    assert.ok(report.split('\n').every((line) => line.length <= 80));
  });

  test('an expired entry says until when it was good, where it stands, and what to do', () => {
    const entry = {
      id: 'server/a/b',
      reason: 'ticket 1',
      owner: 'me',
      until: '2026-06-14',
      place: 'a.yaml:9:5',
    };
    const gone = { id: 'server/a/c', until: '2026-06-14' };
    const rows = [
      sampleResult('server/a/b', { verdict: 'fail', declared: 'fails' }),
      sampleResult('server/a/c'),
    ];
    const subject = sampleSubject(rows, { fails: [entry, gone] });
    const report = terminalReport(sampleRun([subject], { exitCode: 1 }), options);
    assert.match(report, /✗ sample {2}1 finding, 1 stale declaration, 1 expired declaration/);
    assert.match(
      report,
      /EXPIRED DECLARATIONS\n +server\/a\/b {2}a\.yaml:9:5\n +Its entry was good until 2026-06-14: remove/,
    );
    assert.match(report, /ticket 1 · me · until 2026-06-14/);
    assert.match(report, /STALE DECLARATIONS\n +server\/a\/c/);
    assert.doesNotMatch(report, /DECLARED DEVIATIONS/);
  });

  test('what is flaky stands apart with its verdict and reason, and nowhere else', () => {
    const rows = (['fail', 'warn', 'inconclusive', 'pass'] as const).map((verdict) =>
      sampleResult(`server/a/${verdict}`, { verdict, declared: 'flaky' }),
    );
    const flaky = rows.map(({ id }) => ({ id, reason: 'two versions', owner: 'platform' }));
    const subject = sampleSubject([...rows, sampleResult('server/b/c')], { flaky });
    const report = terminalReport(sampleRun([subject]), options);
    assert.match(report, /✓ sample {2}as declared, with 3 flaky/);
    assert.match(report, /server\/a\/fail {2}this time fail\n +two versions · platform/);
    for (const { id } of rows) assert.equal(report.split(`${id} `).length, 2, report);
    assert.doesNotMatch(report, /WARNINGS|COULD NOT BE DECIDED|FINDINGS|DECLARED DEVIATIONS/);
  });

  test('what a rate limit left undone is told once, and what was spent', () => {
    const reason = (needed: number) =>
      `budget: needs up to ${needed} token requests, 1 was left of 20 in 900 s (connection.auth.rateLimit)`;
    const skipped = [2, 3].map((needed) =>
      sampleResult(`server/a/s${needed}`, { verdict: 'skipped', message: reason(needed) }),
    );
    const limit = { requests: 20, perSeconds: 900, counts: ['token' as const] };
    const budget = { limit, requests: 19, refused: 1, waitedMs: 2500, skipped: 2 };
    const run = sampleRun([sampleSubject([sampleResult('server/a/b'), ...skipped], { budget })]);
    const report = terminalReport(run, options).replace(/\s+/g, ' ');
    assert.match(report, /✓ sample no finding, 2 not covered by the rate limit/);
    assert.match(report, /SKIPPED 2 budget: needs more requests than the declared rate limit left/);
    assert.match(report, /19 token requests made, 2\.5 s waited for them, of 20 in 900 s/);
    assert.match(report, /1 of them was answered with 429: the declared limit is too high/);
    assert.match(report, /2 requirements skipped for want of requests/);
    const verbose = terminalReport(run, { ...options, verbose: true }).replace(/\s+/g, ' ');
    assert.match(verbose, /budget: needs up to 2 token requests, 1 was left of 20 in 900 s/);
  });

  test('a green run is short', () => {
    const report = terminalReport(sampleRun([sampleSubject([sampleResult('server/a/b')])]), options);
    assert.ok(report.trim().split('\n').length <= 8, report);
  });
});
