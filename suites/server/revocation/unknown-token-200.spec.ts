import { unique } from '../../../fixtures/server/pkce.js';
import { describeAnswer, type ServerUnderTest } from '../../../fixtures/server/server-under-test.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { refusesClient } from '../../verify/revocation.js';

test(
  'An invalid token still gets 200',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 7009 §2.2'],
    attack: 'The endpoint tells which tokens exist, and clients fail to log out.',
    threats: [],
    tested: 'Revokes a random string and, where somebody can log in, a token that is revoked already.',
    fix: 'Answer 200 whether or not the token was found: what the client wants, that it is not valid, is so.',
    needs: ['as.revocation'],
    negative: false,
  }),
  async ({ server, judge }) => {
    await judge.variant('random string', () => verifyOk(server, judge, unique('token')));
    if (server.facts.login === undefined) return judge.note('no token revoked already: nobody can log in');
    await judge.variant('token revoked already', async () => {
      const { refreshToken, accessToken } = await server.obtainTokens();
      const token = refreshToken ?? accessToken;
      const first = await server.post('revocation', { token });
      if (first.status === 200) return verifyOk(server, judge, token);
      judge.note(`a valid token is not revoked: ${describeAnswer(first)}`);
    });
  },
);

async function verifyOk(server: ServerUnderTest, judge: Judge, token: string): Promise<void> {
  const answer = await server.post('revocation', { token });
  const { status } = answer;
  const observation = { expected: '200', received: describeAnswer(answer) };
  if (status === 429 || refusesClient(answer)) judge.inconclusive(observation.expected, observation.received);
  if (status >= 500) judge.fail({ ...observation, unavailable: true });
  if (status < 200 || status > 299) judge.fail(observation);
  if (status !== 200) judge.warn(observation);
}
