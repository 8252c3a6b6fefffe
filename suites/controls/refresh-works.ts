import { type ServerUnderTest, tokensIn } from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { verifyTokenResponse } from '../verify/token-response.js';

/** The client in use gets a refresh token, and a fresh access token for it (RFC 6749 §6). */
export async function refreshWorks(server: ServerUnderTest, judge: Judge): Promise<void> {
  const first = await server.obtainTokens();
  if (first.refreshToken === undefined) {
    judge.inconclusive(`a refresh token for client ${server.client.name}`, 'a token response without one');
  }
  const answer = await server.refresh(first.refreshToken);
  verifyTokenResponse(judge, answer);
  const second = tokensIn(answer);
  if (second.accessToken === first.accessToken) {
    judge.warn({
      expected: 'an access_token different from the first',
      received: 'the same access_token again',
    });
  }
  verifyScopeNotWider(judge, first.body['scope'], second.body['scope']);
}

function verifyScopeNotWider(judge: Judge, before: unknown, after: unknown): void {
  if (typeof before !== 'string' || typeof after !== 'string') return;
  const added = after.split(' ').filter((scope) => scope !== '' && !before.split(' ').includes(scope));
  if (added.length > 0) judge.fail({ expected: `no scope beyond "${before}"`, received: `scope="${after}"` });
}
