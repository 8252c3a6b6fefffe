import { outcomeText } from '../../../fixtures/client/outcome-text.js';
import { test } from '../../client-test.js';
import { logInForRefresh } from '../../controls/client/refreshes.js';
import { requirement } from '../../requirement.js';
import { refreshRequests } from '../../verify/client/session.js';

test(
  'A refresh that this provider refuses, in its own way, is noticed',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 6749 §5.2', 'RFC 6749 §6'],
    attack: 'A refusal that comes with status 200 passes for a renewal, and a dead session for a live one.',
    threats: [],
    tested:
      'Ends the grant at the provider and has the client refresh, so that it gets the answer to a dead refresh token.',
    fix: 'Read the answer to a refresh as that to a code: an error in its body is an error, whatever the status.',
    needs: ['client.refresh', 'provider.persona'],
    negative: true,
    control: 'the client refreshes',
  }),
  async ({ client, judge }) => {
    await logInForRefresh(client, judge);
    client.provider.forgetGrants();
    const begun = performance.now();
    const outcome = await client.refresh();
    const refusal = refreshRequests(client, begun).at(-1);
    if (refusal?.status === undefined)
      return judge.inconclusive('an answered refresh request', `none; ${outcomeText(outcome)}`);
    if (refusal.answered('access_token') !== undefined)
      judge.inconclusive('the provider to refuse the refresh', 'a token');
    if (outcome.result === 'failed') judge.inconclusive('the client to answer', outcomeText(outcome));
    if (outcome.result === 'ok')
      judge.fail({ expected: 'the refused refresh to be reported', received: 'ok' });
    judge.note(`refused with ${refusal.status} ${refusal.answerBody.slice(0, 160)}`);
  },
);
