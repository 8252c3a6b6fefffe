import { setTimeout } from 'node:timers/promises';
import { describeAnswer, type ServerUnderTest } from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import type { Answer } from '../../fixtures/wire/transport.js';
import { errorCode } from './token-error.js';
import { carriesAccessToken, verifyRefused } from './token-refusal.js';
import { verifyAvailable } from './unavailable.js';

/** Milliseconds that RFC 7009 §2 leaves a server to tell all its parts of a revocation. */
const propagation = 5_000;

/** A refresh token that was revoked with this hint is dead at once; one that dies late is worth a warning. */
export async function verifyRevocation(server: ServerUnderTest, judge: Judge, hint: string): Promise<void> {
  const dead = { errors: ['invalid_grant'] };
  const answer = await refreshRevoked(server, judge, hint, 0);
  if (!carriesAccessToken(answer)) return verifyRefused(judge, answer, dead);
  const expected = '400 with error=invalid_grant for a revoked refresh token';
  const late = await refreshRevoked(server, judge, hint, propagation);
  if (carriesAccessToken(late))
    judge.fail({ expected, received: `an access token, also ${propagation / 1000} s after the revocation` });
  verifyRefused(judge, late, dead);
  judge.warn({ expected, received: `an access token at first, a refusal ${propagation / 1000} s later` });
}

/** Revokes a fresh refresh token, waits, and uses it. Each time another one: a use replaces it. */
async function refreshRevoked(
  server: ServerUnderTest,
  judge: Judge,
  hint: string,
  wait: number,
): Promise<Answer> {
  const refreshToken = await obtainRefreshToken(server, judge);
  const answer = await server.post('revocation', { token: refreshToken, token_type_hint: hint });
  verifyAccepted(judge, answer);
  await setTimeout(wait);
  return server.refresh(refreshToken);
}

/** The revocation endpoint says 200; another 2xx warns. A client that is not let in decides nothing. */
export function verifyAccepted(judge: Judge, answer: Answer): void {
  verifyAvailable(judge, '200 from the revocation endpoint', answer);
  if (refusesClient(answer)) judge.inconclusive('200 for a client of the server', describeAnswer(answer));
  const observation = { expected: '200 from the revocation endpoint', received: describeAnswer(answer) };
  if (answer.status < 200 || answer.status > 299) judge.fail(observation);
  if (answer.status !== 200) judge.warn(observation);
}

/** Whether the endpoint turned the client away before it looked at the token (RFC 6749 §5.2). */
export function refusesClient(answer: Answer): boolean {
  return ['invalid_client', 'unauthorized_client'].includes(errorCode(answer) ?? '');
}

/** @throws Inconclusive when the client in use gets none */
export async function obtainRefreshToken(server: ServerUnderTest, judge: Judge): Promise<string> {
  const { refreshToken } = await server.obtainTokens();
  return (
    refreshToken ??
    judge.inconclusive(`a refresh token for client ${server.client.name}`, 'a token response without one')
  );
}
