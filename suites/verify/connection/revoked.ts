import {
  describeAnswer,
  type ServerUnderTest,
  type Tokens,
} from '../../../fixtures/server/server-under-test.js';
import { isAlive } from '../../../fixtures/server/token-liveness.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { carriesAccessToken } from '../token-refusal.js';
import { verifyAvailable } from '../unavailable.js';
import { nothingThere } from './nothing-there.js';

const expected = 'a token whose end can be seen';

/** Revokes the refresh token, or the access token where there is none, and sees whether it is still good. */
export async function revokedBy(
  server: ServerUnderTest,
  judge: Judge,
  { accessToken, refreshToken }: Tokens,
): Promise<{ revoked: boolean; told: string }> {
  if (refreshToken === undefined && (await isAlive(server, accessToken)) !== true)
    judge.inconclusive(expected, 'no refresh token, and an access token that is good nowhere');
  const answer = await server.post('revocation', {
    token: refreshToken ?? accessToken,
    token_type_hint: refreshToken === undefined ? 'access_token' : 'refresh_token',
  });
  verifyAvailable(judge, 'an answer of the revocation endpoint', answer);
  // Which address is declared is another requirement's matter.
  if (nothingThere(answer)) judge.inconclusive('a revocation endpoint', describeAnswer(answer));
  const told = `the endpoint answers ${describeAnswer(answer)}`;
  if (refreshToken === undefined) {
    const alive = await isAlive(server, accessToken);
    if (alive === undefined) judge.inconclusive(expected, told);
    return { revoked: !alive, told };
  }
  const refreshed = await server.refresh(refreshToken);
  verifyAvailable(judge, expected, refreshed);
  return { revoked: !carriesAccessToken(refreshed), told };
}
