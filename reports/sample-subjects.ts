/** For tests: subjects with a result of every standing. */
import type { RecordedExchange } from '../fixtures/wire/exchange-log.js';
import type { SubjectResults } from '../results/run-results.js';
import { sampleResult, sampleSubject } from '../results/sample-results.js';

export const sampleExchange: RecordedExchange = {
  from: 'client',
  to: 'authorization server',
  method: 'POST',
  url: 'http://127.0.0.1:8080/token',
  requestHeaders: { 'content-type': 'application/x-www-form-urlencoded' },
  requestBody: 'grant_type=authorization_code&code=<code:0123abcd>',
  status: 200,
  responseHeaders: [],
  responseBody: '',
  durationMs: 3,
};

/** Of a subject file, with every standing once or more. */
export function everyStanding(): SubjectResults {
  return sampleSubject(
    [
      sampleResult('connection/endpoints/drifted', {
        verdict: 'fail',
        findings: [
          drift('connection.auth.tokenUrl', 'server.yaml:9:7'),
          drift('connection.auth.issuer', 'server.yaml:7:7'),
        ],
      }),
      sampleResult('resource/a/found', {
        verdict: 'fail',
        severity: 'low',
        findings: [{ verdict: 'fail', expected: '401', received: '200' }],
      }),
      sampleResult('server/a/crashed', { verdict: 'inconclusive', crashed: 'the worker died' }),
      sampleResult('server/a/declared', { verdict: 'fail', message: 'known' }),
      sampleResult('server/a/expired', { verdict: 'skipped', message: 'no such client' }),
      sampleResult('server/a/found', {
        verdict: 'fail',
        severity: 'critical',
        message: 'expected a refusal, got 200',
        findings: [
          { verdict: 'fail', expected: 'a refusal', received: 'status 200', variant: 'once', exchange: 0 },
          { verdict: 'fail', expected: 'a refusal', received: 'status 200', variant: 'twice' },
        ],
        evidence: [sampleExchange],
      }),
      sampleResult('server/a/passed'),
      sampleResult('server/a/skipped', { verdict: 'skipped', message: 'no such client' }),
      sampleResult('server/a/stale'),
      sampleResult('server/a/undecided', { verdict: 'inconclusive', message: 'answered 429' }),
      sampleResult('server/a/warned', { verdict: 'warn', level: 'SHOULD', message: 'no cache header' }),
    ],
    {
      name: 'server',
      file: 'server.yaml',
      places: { connection: 'server.yaml:2:1', server: 'server.yaml:20:1' },
      fails: [
        {
          id: 'server/a/declared',
          reason: 'ticket 4711',
          owner: 'identity',
          until: '2027-01-31',
          place: 'server.yaml:41:5',
        },
        { id: 'server/a/stale', place: 'server.yaml:42:5' },
        { id: 'server/a/expired', until: '2026-01-31', place: 'server.yaml:43:5' },
      ],
    },
  );
}

/** Of a built-in subject: there is no file that could be pointed at. */
export function withoutFile(): SubjectResults {
  const findings = [{ verdict: 'fail' as const, expected: 'a', received: 'b' }];
  return sampleSubject([sampleResult('client/a/found', { verdict: 'fail', findings })], { name: 'built-in' });
}

/** What a hostile target may get into every text of a finding that quotes it. */
export const hostileTexts = [
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '`````` ```\n```\n# heading\n- [ ] task @octocat #1 GH-1',
  '[click](https://evil.example) ![x](https://evil.example/x.png) <https://evil.example> https://evil.example',
  '| a | b |\n|---|---|\n| c \\| d |',
  '::error file=a::forged\n::stop-commands::x\r\n##[error]forged %0A::warning::x',
  '\u001b[2J\u001b]0;title\u0007\u009b31m\u202egnp\u2066\u200b\ud800',
  '"\'&amp;]]> --> $\u007b{ secrets.X }} $(touch x) `touch x` \u0000',
  '</title></svg><svg onload=alert(1)>',
];

export function hostile(text: string): SubjectResults {
  const findings = [{ verdict: 'fail' as const, expected: text, received: text, variant: text, exchange: 0 }];
  const evidence = [{ ...sampleExchange, url: `http://127.0.0.1/${text}`, requestBody: text }];
  return sampleSubject(
    [
      sampleResult('server/a/crashed', { verdict: 'inconclusive', crashed: text }),
      sampleResult('server/a/found', { verdict: 'fail', message: text, findings, evidence, notes: [text] }),
      sampleResult('server/a/undecided', { verdict: 'inconclusive', message: text }),
      sampleResult('server/a/warned', { verdict: 'warn', message: text }),
    ],
    { name: text, file: 'server.yaml', diagnosis: [text] },
  );
}

function drift(field: string, place: string) {
  const [expected, received] = ['what the server does', 'another thing'];
  return { verdict: 'fail' as const, expected, received, drift: { field, declared: received, place } };
}
