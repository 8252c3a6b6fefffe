import { outcomeText } from '../../../fixtures/client/outcome-text.js';
import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';
import { callThrice, logInWithLifetime, verifyRefreshCount } from '../../verify/client/lifetimes.js';
import { refreshRequests } from '../../verify/client/session.js';

/** Seconds: the provider's time alone moves, so that the resource refuses what the client has no reason to renew. */
const beyondLifetime = 3601;

test(
  'Without expires_in the token is used until refused',
  requirement({
    level: 'SHOULD',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 6749 §5.1', 'Harness policy (unknown lifetime is used until refused)'],
    attack: 'The client refreshes before every call, or trusts a dead token for ever.',
    threats: [],
    tested:
      'Leaves expires_in out of all token answers, has the client call three times, and then lets the resource answer 401.',
    fix: 'Keep an unknown expiry as unknown: use the token until a resource answers 401 invalid_token, then refresh once.',
    needs: ['client.refresh', 'client.call', 'client.owns-refresh'],
    negative: false,
  }),
  async ({ client, judge }) => {
    const { login, accepted } = await logInWithLifetime(client, judge, 'token-expires-in-missing');
    if (!accepted)
      return judge.warn({ expected: 'the token to be used', received: outcomeText(login.outcome) });
    const begun = performance.now();
    await callThrice(client, judge);
    const early = refreshRequests(client, begun).length;
    verifyRefreshCount(judge, early, 0, 'before the resource answered 401');
    client.provider.advance(beyondLifetime);
    const refused = performance.now();
    const outcome = await client.call();
    const asked = client.provider.at('resource').filter(({ arrivedAt }) => arrivedAt >= refused);
    const refreshes = refreshRequests(client, refused).length;
    // A client that renews the token before each call never meets a 401; it is warned for that.
    if (early === 0 && !asked.some(({ status }) => status === 401))
      judge.inconclusive('a resource request that is answered 401', `none; ${outcomeText(outcome)}`);
    verifyRefreshCount(judge, refreshes, 1, 'after the resource answered 401');
    if (refreshes === 0) judge.warn({ expected: 'one refresh after the 401', received: 'none' });
  },
);
