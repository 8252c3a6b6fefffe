import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import { hasWorked } from '../../../fixtures/client/login.js';
import { outcomeText } from '../../../fixtures/client/outcome-text.js';
import type { SeenRequest } from '../../../fixtures/client/seen-request.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { test } from '../../client-test.js';
import { logInForRefresh } from '../../controls/client/refreshes.js';
import { requirement } from '../../requirement.js';
import { differentRequests, requestsPerCall } from '../../verify/client/calls.js';
import { refreshRequests } from '../../verify/client/session.js';

/** Seconds: the provider's time alone moves, so that the client does not know that its token has expired. */
const beyondLifetime = 3601;

test(
  'A 401 leads to one refresh and one retry',
  requirement({
    level: 'SHOULD',
    severity: 'high',
    tier: 'core',
    clauses: [
      'RFC 6750 §3.1',
      'RFC 6749 §1.5',
      'OAuth 2.1 draft-16 §5.3.2',
      'Harness policy (one refresh, one retry)',
    ],
    attack: 'People are logged out needlessly.',
    threats: [],
    tested:
      'Answers a GET and a POST with 401 invalid_token for the first token, and with 200 for the refreshed one.',
    fix: 'On 401 invalid_token refresh once, and repeat the request once, with the same method and body.',
    needs: ['client.refresh', 'client.call', 'client.owns-refresh'],
    negative: false,
  }),
  async ({ client, judge }) => {
    await judge.variant('GET', () => callWithExpired(client, judge, { method: 'GET' }));
    await judge.variant('POST with a body', () =>
      callWithExpired(client, judge, { method: 'POST', body: 'probe=1' }),
    );
  },
);

async function callWithExpired(
  client: ClientUnderTest,
  judge: Judge,
  inputs: { method: 'GET' | 'POST'; body?: string },
): Promise<void> {
  await client.reset();
  await logInForRefresh(client, judge);
  const needed = await requestsPerCall(client, inputs);
  if (needed === undefined) return judge.note('left out, since the driver cannot make such a call');
  client.provider.advance(beyondLifetime);
  const begun = performance.now();
  const outcome = await client.call(inputs);
  const asked = client.provider.at('resource').filter(({ arrivedAt }) => arrivedAt >= begun);
  if (asked[0]?.status !== 401) judge.inconclusive('a resource request that is answered 401', 'none');
  verifyCounts(judge, asked, needed, refreshRequests(client, begun).length);
  if (!hasWorked(outcome) || (outcome.result === 'ok' && outcome.status !== 200))
    judge.warn({ expected: 'the call to succeed', received: outcomeText(outcome) });
  verifyUnchanged(judge, asked);
}

/** Whatever was refused is asked for once more; `needed`: requests of an untouched call. */
function verifyCounts(judge: Judge, asked: readonly SeenRequest[], needed: number, refreshes: number): void {
  const refused = asked.filter(({ status }) => status === 401);
  const due = needed + Math.min(needed, differentRequests(refused));
  if (asked.length === due && refreshes === 1) return;
  judge.warn({
    expected: `one refresh and ${due} resource requests`,
    received: `${refreshes} refresh request(s) and ${asked.length} resource request(s)`,
  });
}

function verifyUnchanged(judge: Judge, [first, ...later]: readonly SeenRequest[]): void {
  const [next] = later;
  if (first === undefined || next === undefined) return;
  if (later.some(({ method, body }) => method === first.method && body === first.body)) return;
  judge.warn({
    expected: `the retry as ${first.method} with the same body`,
    received: `${next.method} with ${next.body === first.body ? 'the same' : 'another'} body`,
  });
}
