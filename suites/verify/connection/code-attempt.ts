import type { Identification } from '../../../fixtures/server/client-authentication.js';
import {
  type AuthorizationRequest,
  describeAnswer,
  describeLanding,
  type Overrides,
  type ServerUnderTest,
} from '../../../fixtures/server/server-under-test.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { stageIn } from '../login-page.js';
import { carriesAccessToken } from '../token-refusal.js';
import { verifyAvailable } from '../unavailable.js';

/** How far one way through the code flow led. */
export interface Attempt {
  /** Endpoint that ended it. */
  at: 'authorization' | 'token';
  /** It ended in an access token. */
  granted: boolean;
  /** What ended it, in words. */
  told: string;
}

export interface Redemption {
  overrides?: Overrides;
  by?: Identification;
}

/**
 * Takes a request through login, approval and token endpoint. A refusal is an answer; a login that nobody gets past, a
 * 429 or a 5xx is none, and makes the row inconclusive.
 */
export async function attemptCode(
  server: ServerUnderTest,
  judge: Judge,
  request: AuthorizationRequest,
  { overrides = {}, by }: Redemption = {},
): Promise<Attempt> {
  const expected = 'a decision about the request';
  const tested = request.parameters.redirect_uri;
  const landing = await server.authorize(request, server.newUserAgent(tested === undefined ? [] : [tested]));
  verifyAvailable(judge, expected, landing.answer);
  if (stageIn(server, landing) !== 'other') judge.inconclusive(expected, describeLanding(landing));
  const code = landing.kind === 'redirect' ? landing.query.get('code') : null;
  if (landing.kind !== 'redirect' || code === null)
    return { at: 'authorization', granted: false, told: describeLanding(landing) };
  const answer = await server.redeem({ ...request, landing, code }, overrides, by);
  verifyAvailable(judge, expected, answer);
  return { at: 'token', granted: carriesAccessToken(answer), told: describeAnswer(answer) };
}
