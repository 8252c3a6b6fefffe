import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import { outcomeText } from '../../../fixtures/client/outcome-text.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { test } from '../../client-test.js';
import { logInForRefresh } from '../../controls/client/refreshes.js';
import { requirement } from '../../requirement.js';
import { renewalsDuring } from '../../verify/client/renewal.js';
import { refreshRequests } from '../../verify/client/session.js';

const repetitions = 6;

test(
  'invalid_grant on refresh ends the session and asks for a new login',
  requirement({
    level: 'SHOULD',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 6749 §5.2', 'Harness policy (a refused refresh token is not used again)'],
    attack: 'Dead tokens are retried for ever, and people keep what has been withdrawn.',
    threats: [],
    tested:
      'Lets the access token expire, answers the refresh with invalid_grant, and has the client call and refresh six times more.',
    fix: 'On invalid_grant delete the tokens, report that a new login is needed, and send nothing more until there is one.',
    needs: ['client.refresh', 'client.owns-tokens'],
    negative: true,
    control: 'the client refreshes',
  }),
  async ({ client, judge }) => {
    const { accessToken } = await logInForRefresh(client, judge);
    await client.provider.play('token-invalid-grant');
    // A client that renews by a timer of its own meets the refusal by itself.
    const renewals = await renewalsDuring(client, () => client.expireAccessToken());
    const outcome = await client.refresh();
    const [first] = refreshRequests(client);
    if (first === undefined) judge.inconclusive('a refresh request', `none; ${outcomeText(outcome)}`);
    if (outcome.result === 'failed') judge.inconclusive('the client to answer', outcomeText(outcome));
    if (outcome.result === 'ok')
      judge.warn({ expected: 'the refused refresh to be reported', received: 'ok' });
    if ((await client.status())?.authenticated)
      judge.warn({ expected: 'nobody logged in any more', received: 'status authenticated: true' });
    await verifyDropped(client, judge, accessToken, 1 + renewals.length);
  },
);

/** Whatever is asked of the client after `begun` refreshes, neither of the dead tokens is sent again. */
async function verifyDropped(
  client: ClientUnderTest,
  judge: Judge,
  accessToken: string,
  begun: number,
): Promise<void> {
  const [refreshed, called] = [refreshRequests(client).length, client.provider.at('resource').length];
  const each = client.can('call') ? 2 : 1;
  const most = begun + repetitions * each;
  let operations = begun;
  // Once there were more requests than all the turns have operations, the others would change nothing.
  while (operations < most && refreshRequests(client).length <= most) {
    if (client.can('call')) await client.call();
    await client.refresh();
    operations += each;
  }
  const requests = refreshRequests(client).length;
  const expected = 'no further request with a refresh token that was refused';
  const received = `${requests - refreshed} more in ${operations - begun} operations`;
  if (requests > operations) judge.fail({ expected, received });
  if (requests > refreshed) judge.warn({ expected, received });
  const stale = client.provider.at('resource').slice(called);
  if (stale.some((request) => request.carries(accessToken)))
    judge.warn({
      expected: 'no resource request with the expired access token',
      received: `${stale.length} resource request(s)`,
    });
}
