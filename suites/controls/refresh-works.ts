import {
  describeAnswer,
  type ServerUnderTest,
  type Tokens,
  tokensIn,
} from '../../fixtures/server/server-under-test.js';
import { words } from '../../fixtures/server/token-content.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import type { Answer } from '../../fixtures/wire/transport.js';
import { carriesAccessToken } from '../verify/token-refusal.js';
import { verifyAvailable } from '../verify/unavailable.js';

/** The client in use gets a refresh token, and a fresh access token for it (RFC 6749 §6). */
export async function refreshWorks(server: ServerUnderTest, judge: Judge): Promise<void> {
  const first = await server.obtainTokens();
  if (first.refreshToken === undefined) {
    judge.inconclusive(`a refresh token for client ${server.client.name}`, 'a token response without one');
  }
  await verifyRefresh(server, judge, { ...first, refreshToken: first.refreshToken });
}

/**
 * The refresh token of these tokens yields another access token, and no scope that the first did not have. The shape of
 * the answer, which is returned, is left to the caller: one that deviates is no reason to distrust every refusal.
 */
export async function verifyRefresh(
  server: ServerUnderTest,
  judge: Judge,
  first: Tokens & { refreshToken: string },
): Promise<Answer> {
  const answer = await server.refresh(first.refreshToken);
  const expected = '200 with an access token';
  verifyAvailable(judge, expected, answer);
  if (answer.status !== 200 || !carriesAccessToken(answer))
    judge.fail({ expected, received: describeAnswer(answer) });
  const second = tokensIn(answer);
  if (second.accessToken === first.accessToken) {
    judge.warn({
      expected: 'an access_token different from the first',
      received: 'the same access_token again',
    });
  }
  verifyScopeNotWider(judge, grantedScopes(server, first), words(second.body.scope));
  return answer;
}

/** Scopes of a first token: those named in the answer or, by RFC 6749 §5.1, those asked for. */
function grantedScopes({ client, facts }: ServerUnderTest, { body }: Tokens): string[] {
  return body.scope === undefined ? (client.scopes ?? facts.scopes) : words(body.scope);
}

function verifyScopeNotWider(judge: Judge, before: string[], after: string[]): void {
  // Without any scope asked for or named, the server's default is not known.
  if (before.length === 0 || after.every((scope) => before.includes(scope))) return;
  judge.fail({ expected: `no scope beyond "${before.join(' ')}"`, received: `scope="${after.join(' ')}"` });
}
