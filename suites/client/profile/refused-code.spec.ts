import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';
import { verifyRejected } from '../../verify/client/rejected.js';

test(
  'A code that this provider refuses, in its own way, is no login',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 6749 §5.2'],
    attack: 'A refusal that comes with status 200 passes for a login.',
    threats: [],
    tested:
      'Lets the provider forget the grant before the code is redeemed, so that it answers as it answers a dead code.',
    fix: 'Take for an error whatever is not 2xx, has a member error (text or object) or ok: false, or no access token.',
    needs: ['client.code', 'provider.persona'],
    negative: true,
    control: 'client/code/login-completes',
  }),
  async ({ client, judge }) => {
    const started = await client.begin();
    const response = await client.provider.approve(started.url);
    client.provider.forgetGrants();
    const login = await client.finish(started, response);
    const refusal = login.tokenRequests.at(-1);
    if (refusal?.answered('access_token') !== undefined)
      judge.inconclusive('the provider to refuse the code', 'a token');
    await verifyRejected(client, judge, login);
    if (refusal !== undefined)
      judge.note(`refused with ${refusal.status} ${refusal.answerBody.slice(0, 160)}`);
  },
);
