/** For tests: a run in which there is something of everything that a report shows. */
import type { RequirementResult } from '../../fixtures/verdict/result.js';
import type { RecordedExchange } from '../../fixtures/wire/exchange-log.js';
import type { RunResults, SubjectResults } from '../../results/run-results.js';
import { sampleResult, sampleRun, sampleSubject } from '../../results/sample-results.js';

export function sampleExchange(changes: Partial<RecordedExchange> = {}): RecordedExchange {
  return {
    from: 'client',
    to: 'authorization server',
    method: 'POST',
    url: 'http://127.0.0.1:8080/token?x=1',
    requestHeaders: { accept: 'application/json' },
    requestBody: 'grant_type=authorization_code&code=<code:0123abcd>',
    status: 200,
    responseHeaders: [['content-type', 'application/json']],
    responseBody: '{"access_token":"<access_token:89abcdef>","token_type":"Bearer"}',
    durationMs: 3,
    ...changes,
  };
}

/** What a browser does before a client redeems a code. */
const walk: RecordedExchange[] = [
  sampleExchange({
    from: 'user agent',
    method: 'GET',
    url: 'http://127.0.0.1:8080/authorize?response_type=code',
    requestBody: '',
    status: 303,
    responseHeaders: [['location', 'http://127.0.0.1:8080/login']],
    responseBody: '',
  }),
  sampleExchange({
    from: 'user agent',
    url: 'http://127.0.0.1:8080/login',
    requestBody: 'username=alice',
    status: 303,
    responseHeaders: [['location', 'https://evil.example/callback?code=<code:0123abcd>&state=s']],
    responseBody: '',
  }),
];

const control = {
  id: 'server/code/roundtrip',
  when: 'after',
  passed: false,
  message: 'no code came',
  at: 1,
} as const;

/** Results of a server: findings, a drift, what is undecided, warned, skipped and passed. */
function serverResults(): RequirementResult[] {
  return [
    sampleResult('connection/endpoints/token', {
      title: 'The declared token endpoint is the advertised one',
      verdict: 'fail',
      severity: 'medium',
      threats: [],
      findings: [
        {
          verdict: 'fail',
          expected: 'the address that the metadata name',
          received: 'another one',
          drift: {
            field: 'connection.auth.tokenUrl',
            declared: 'http://127.0.0.1:8080/oauth/token',
            advertised: 'http://127.0.0.1:8080/token',
            instead: 'http://127.0.0.1:8080/token',
            place: 'server.yaml:9:5',
          },
        },
      ],
    }),
    sampleResult('server/code/known', {
      verdict: 'fail',
      severity: 'low',
      declared: 'fails',
      message: 'known',
    }),
    sampleResult('server/code/rests', { verdict: 'inconclusive', negative: true, controls: [control] }),
    sampleResult('server/code/single-use', {
      title: 'A code can be redeemed once only',
      verdict: 'fail',
      severity: 'critical',
      findings: ['first', 'second'].map((variant, index) => ({
        verdict: 'fail',
        expected: '400 with error=invalid_grant and no access_token',
        received: '200 with an access token',
        variant,
        exchange: 2 + index,
        ...(index === 0 ? { begun: 0 } : {}),
      })),
      notes: ['the second request came 2 ms later'],
      controls: [{ ...control, id: 'server/code/roundtrip', passed: true }],
      evidence: [
        ...walk,
        sampleExchange(),
        sampleExchange(),
        sampleExchange({
          to: 'resource server',
          method: 'GET',
          url: 'http://127.0.0.1:8080/me',
          requestBody: '',
        }),
      ],
    }),
    sampleResult('server/pkce/required', {
      title: 'Public clients must use PKCE',
      threats: ['RFC 9700 §4.8'],
    }),
    sampleResult('server/pkce/stale', { declared: 'fails' }),
    sampleResult('server/token/cache', {
      verdict: 'warn',
      level: 'SHOULD',
      severity: 'info',
      message: 'it is cached',
    }),
    sampleResult('server/token/skipped', {
      verdict: 'skipped',
      severity: 'low',
      message: 'as.revocation: no endpoint',
    }),
  ];
}

export function sampleServer(changes: Partial<Omit<SubjectResults, 'outcome'>> = {}): SubjectResults {
  return sampleSubject(serverResults(), {
    name: 'first server',
    file: 'server.yaml',
    places: { server: 'server.yaml:20:1' },
    diagnosis: ['the issuer differs'],
    fails: [
      {
        id: 'server/code/known',
        reason: 'ticket 4711',
        owner: 'identity',
        until: '2099-01-01',
        place: 'server.yaml:30:5',
      },
      { id: 'server/pkce/stale' },
    ],
    ...changes,
  });
}

function meeting(profile: string, results: RequirementResult[]): SubjectResults {
  return sampleSubject(results, { name: `client @ ${profile}`, meets: { client: 'client', profile } });
}

/** A server with findings, one without, and a client that met two providers. */
export function sampleReport(): RunResults {
  const refused = sampleResult('client/state/mismatch', {
    verdict: 'fail',
    severity: 'high',
    findings: [{ verdict: 'fail', expected: 'no token request', received: 'a token request', exchange: 0 }],
    evidence: [sampleExchange({ from: 'user agent', to: 'client', status: 0, outcome: 'accepted' })],
    clientOutput: 'logging in',
  });
  return sampleRun(
    [
      sampleServer(),
      sampleSubject([sampleResult('server/code/single-use'), sampleResult('server/pkce/required')], {
        name: 'second server',
      }),
      meeting('github', [refused]),
      meeting('slack', [sampleResult('client/state/mismatch')]),
    ],
    { exitCode: 1 },
  );
}
