import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import type { Started } from '../../../fixtures/client/login.js';
import { outcomeText } from '../../../fixtures/client/outcome-text.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';
import { verifyReceived } from '../../verify/client/aborted.js';
import { type Ended, verifyNew } from '../../verify/client/state-reuse.js';

test(
  'state is never reused between requests',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 9700 §2.1', 'RFC 9700 §4.2.4', 'RFC 6749 §10.12'],
    attack: 'A state that leaked once lets forged responses through in later logins.',
    threats: ['RFC 9700 §4.2.1', 'RFC 9700 §4.7', 'RFC 6819 §4.4.1.8'],
    tested:
      'Compares the state of logins that completed, were refused, failed at the token endpoint and were abandoned.',
    fix: 'Make a new state for each authorization request, whatever became of the last one.',
    needs: ['client.code', 'client.state', 'client.owns-state'],
    negative: false,
  }),
  async ({ client, judge }) => {
    const logins: Ended[] = [{ ...(await client.logIn()), fate: 'completed' }];
    logins.push(await refused(client, judge), await failed(client, judge));
    logins.push(abandoned(await client.begin()), abandoned(await client.begin()));
    if (client.can('restart')) logins.push(...(await afterRestart(client, judge)));
    for (const [index, { state }] of logins.entries()) verifyNew(judge, state, logins.slice(0, index));
  },
);

async function refused(client: ClientUnderTest, judge: Judge): Promise<Ended> {
  const login = await client.login({ faults: ['response-access-denied'] });
  verifyReceived(judge, login);
  return { state: login.state, fate: 'refused by the user' };
}

async function failed(client: ClientUnderTest, judge: Judge): Promise<Ended> {
  const { state, tokenRequests, outcome } = await client.login({ faults: ['token-invalid-grant'] });
  if (tokenRequests.length === 0)
    judge.inconclusive('a token request that fails', `none; ${outcomeText(outcome)}`);
  return { state, fate: 'failed at the token endpoint' };
}

const abandoned = ({ state }: Started): Ended => ({ state, fate: 'abandoned' });

async function afterRestart(client: ClientUnderTest, judge: Judge): Promise<Ended[]> {
  const outcome = await client.restart();
  if (outcome.result === 'ok') return [abandoned(await client.begin())];
  judge.note(`not seen after a restart: ${outcomeText(outcome)}`);
  return [];
}
