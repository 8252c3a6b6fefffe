import { basic } from '../../fixtures/server/client-authentication.js';
import { unique } from '../../fixtures/server/pkce.js';
import { describeAnswer, type ServerUnderTest } from '../../fixtures/server/server-under-test.js';
import { tokenParameters } from '../../fixtures/server/token-parameters.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import type { Answer } from '../../fixtures/wire/transport.js';
import { challengesOf } from './challenge.js';
import { alike, errorCode } from './token-error.js';
import { verifyAvailable } from './unavailable.js';

const expected = '401 with WWW-Authenticate: Basic and error=invalid_client';

/** A client that tried Basic and failed is told so by 401 and a Basic challenge (RFC 6749 §5.2). */
export async function verifyBasicChallenge(server: ServerUnderTest, judge: Judge): Promise<void> {
  const { clientId, clientSecret } = server.client;
  const ask = async (secret: string) =>
    server.tokenRequest((await tokenParameters(server)).parameters, basic(clientId, secret));
  const right = await ask(clientSecret ?? '');
  verifyAvailable(judge, 'the right secret by Basic to authenticate', right);
  const answer = await ask(unique('secret'));
  // A code may be checked first, and a secret not at all: that is judged by server/client-auth/wrong-secret.
  if (alike(right, answer) && errorCode(answer) !== 'invalid_client')
    judge.inconclusive(expected, `${describeAnswer(answer)}, as for the right secret`);
  verifyChallenge(judge, answer);
}

function verifyChallenge(judge: Judge, answer: Answer): void {
  const received = describeAnswer(answer);
  if (answer.status === 429) judge.inconclusive(expected, received);
  if (answer.status !== 401) judge.fail({ expected, received, unavailable: answer.status >= 500 });
  const schemes = challengesOf(answer).map(({ scheme }) => scheme);
  if (!schemes.includes('basic')) {
    const named = schemes.length === 0 ? 'no WWW-Authenticate' : `a challenge for ${schemes.join(', ')}`;
    judge.fail({ expected, received: `401 with ${named}` });
  }
  if (errorCode(answer) !== 'invalid_client') judge.warn({ expected, received });
}
