import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import type { Login } from '../../../fixtures/client/login.js';
import { outcomeText } from '../../../fixtures/client/outcome-text.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';
import { verifyNotLoggedIn, verifyReceived } from '../../verify/client/aborted.js';
import { carriesErrorCodes } from '../../verify/client/errors.js';

const variants = {
  invalid_grant: 'token-invalid-grant',
  invalid_client: 'token-invalid-client',
  unauthorized_client: 'token-unauthorized-client',
  invalid_scope: 'token-invalid-scope',
  'an unknown code': 'token-unknown-error',
};

test(
  'OAuth error codes reach the application',
  requirement({
    level: 'SHOULD',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 6749 §5.2', 'Harness policy (the caller learns the error code)'],
    attack: 'The application retries where a new login is needed.',
    threats: [],
    tested: 'Refuses the token request with four codes of RFC 6749 and an unknown one.',
    fix: 'Hand the member error of the answer to the caller as it is, known or not, and do not repeat the request.',
    needs: ['client.code'],
    negative: true,
    control: 'client/code/login-completes',
  }),
  async ({ client, judge }) => {
    for (const [variant, fault] of Object.entries(variants))
      await judge.variant(variant, async () => {
        await client.reset();
        const login = await client.login({ faults: [fault] });
        await verifySurfaced(client, judge, login);
      });
  },
);

async function verifySurfaced(client: ClientUnderTest, judge: Judge, login: Login): Promise<void> {
  const { outcome, tokenRequests } = login;
  const [first, second, ...more] = tokenRequests;
  if (first?.status === undefined)
    return judge.inconclusive('an access token request', `none; ${outcomeText(outcome)}`);
  const code = String(first.answered('error'));
  const otherMethod = code === 'invalid_client' && more.length === 0 && differs(first, second);
  if (second !== undefined && otherMethod) judge.note('one retry with another authentication method');
  else if (second !== undefined)
    judge.fail({ expected: 'one request with the code', received: `${tokenRequests.length}` });
  verifyReceived(judge, login);
  if (outcome.result === 'ok') judge.fail({ expected: `the error ${code} reported`, received: 'ok' });
  await verifyNotLoggedIn(client, judge);
  if (outcome.result !== 'rejected' || !carriesErrorCodes(client)) return;
  if (outcome.error !== code)
    judge.warn({ expected: `the error code ${code}`, received: outcomeText(outcome) });
}

function differs(first: Login['tokenRequests'][0], second: Login['tokenRequests'][0] | undefined): boolean {
  return (first?.basicCredentials === undefined) !== (second?.basicCredentials === undefined);
}
