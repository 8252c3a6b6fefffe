import { describeAnswer, type ServerUnderTest } from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';

/** The client in use may revoke its own refresh token (RFC 7009 §2.1). */
export async function tokenRevocable(server: ServerUnderTest, judge: Judge): Promise<void> {
  const { refreshToken } = await server.obtainTokens();
  if (refreshToken === undefined) {
    judge.inconclusive(`a refresh token for client ${server.client.name}`, 'a token response without one');
  }
  const answer = await server.post('revocation', { token: refreshToken, token_type_hint: 'refresh_token' });
  if (answer.status < 200 || answer.status > 299)
    judge.fail({ expected: '200', received: describeAnswer(answer) });
}
