import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';
import { verifyNotLoggedIn, verifyReceived } from '../../verify/client/aborted.js';

const variants = [
  { answer: '400 invalid_grant', faults: ['token-invalid-grant'], tolerated: 1 },
  { answer: '500', faults: ['token-500'], tolerated: 2 },
  // An HTTP library may repeat what it sent on a connection that it had kept, for that may have been closed already.
  { answer: 'a fresh connection reset', faults: ['connection-close', 'token-reset'], tolerated: 2 },
];

test(
  'A code is sent once, whatever the answer',
  requirement({
    level: 'MUST NOT',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 6749 §4.1.2', 'RFC 9110 §9.2.2'],
    attack: 'The server takes the repetition for theft, and revokes the tokens.',
    threats: [],
    tested:
      'Answers the token request with 400 invalid_grant, with 500, and with a reset of a fresh connection.',
    fix: 'Send an authorization code in one token request; when that fails, in whatever way, begin a new login.',
    needs: ['client.code'],
    negative: true,
    control: 'client/code/login-completes',
  }),
  async ({ client, judge }) => {
    for (const { answer, faults, tolerated } of variants)
      await judge.variant(answer, async () => {
        await client.provider.play(...faults);
        await verifySentOnce(client, judge, tolerated);
      });
  },
);

/** More requests with the code than tolerated fail, and one that is tolerated beyond the first warns. */
async function verifySentOnce(client: ClientUnderTest, judge: Judge, tolerated: number): Promise<void> {
  await client.reset();
  const login = await client.login();
  const sent = client.requestsWith(login.code ?? '').length;
  if (sent === 0) judge.inconclusive('an access token request', 'none with the code');
  const finding = { expected: 'one request with the code', received: `${sent}` };
  if (sent > tolerated) judge.fail(finding);
  if (sent > 1) judge.warn(finding);
  verifyReceived(judge, login);
  if (login.outcome.result === 'ok')
    judge.fail({ expected: 'the client to report no login, as it got no token', received: 'ok' });
  await verifyNotLoggedIn(client, judge);
  // A later repetition is one too; after 500 and reset the one that is tolerated may come then.
  if (tolerated === 1) client.refused(login.code, 'code');
}
