import { outcomeText } from '../../../fixtures/client/outcome-text.js';
import { test } from '../../client-test.js';
import { logInForRefresh } from '../../controls/client/refreshes.js';
import { requirement } from '../../requirement.js';
import { differentRequests, requestsPerCall } from '../../verify/client/calls.js';
import { refreshRequests } from '../../verify/client/session.js';

/** Requests for one thing beyond which it is a loop. */
const loop = 5;

test(
  'A second 401 ends the attempt',
  requirement({
    level: 'SHOULD NOT',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 9110 §15.5.2', 'RFC 6750 §3.1', 'Harness policy (one refresh, one retry)'],
    attack: 'Refreshing never ends, and wears out the server and the quota of the client.',
    threats: [],
    tested:
      'Answers every resource request with 401 invalid_token, and counts what the client does about it.',
    fix: 'After one refresh and one retry hand the 401 to the caller.',
    needs: ['client.refresh', 'client.call', 'client.owns-refresh'],
    negative: true,
    control: 'the client calls its resource',
  }),
  async ({ client, judge }) => {
    const { accessToken } = await logInForRefresh(client, judge);
    const needed = (await requestsPerCall(client)) ?? 1;
    await client.provider.play('resource-always-401');
    const begun = performance.now();
    const outcome = await client.call();
    const asked = client.provider.at('resource').filter(({ arrivedAt }) => arrivedAt >= begun);
    const refreshes = refreshRequests(client, begun).length;
    if (!asked.some((request) => request.carries(accessToken)))
      judge.inconclusive('a resource request with the token', `${asked.length} resource request(s)`);
    // An operation that needs several requests may try each of them again.
    const tries = Math.min(needed, differentRequests(asked));
    const received = `${asked.length} resource request(s) and ${refreshes} refresh(es)`;
    const expected = `at most ${2 * tries} resource requests and ${tries} refresh(es)`;
    if (asked.length > loop * tries || refreshes > loop * tries) judge.fail({ expected, received });
    if (asked.length > 2 * tries || refreshes > tries) judge.warn({ expected, received });
    if (outcome.result === 'failed') judge.inconclusive('the client to answer', outcomeText(outcome));
    if (outcome.result === 'ok' && outcome.status !== 401)
      judge.fail({ expected: 'the 401 or an error to reach the caller', received: `HTTP ${outcome.status}` });
  },
);
