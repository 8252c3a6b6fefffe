import { landedAt } from '../../fixtures/server/landed-at.js';
import {
  describeAnswer,
  describeLanding,
  type ServerUnderTest,
} from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { stageIn } from './login-page.js';
import { carriesAccessToken } from './token-refusal.js';
import { verifyAvailable } from './unavailable.js';

/**
 * A request with this redirect URI ends in a code there, and the code in a token. `refuse`: what anything else is
 * worth.
 */
export async function verifyDelivered(
  server: ServerUnderTest,
  judge: Judge,
  redirect_uri: string,
  refuse: 'fail' | 'warn',
): Promise<void> {
  const request = server.authorizationRequest({ redirect_uri });
  const landing = await server.authorize(request, server.newUserAgent([redirect_uri]));
  const code = landing.kind === 'redirect' ? landing.query.get('code') : null;
  const expected = 'a code at this port, and a token for it';
  verifyAvailable(judge, expected, landing.answer);
  if (landing.kind !== 'redirect' || code === null || !landedAt(landing.location, redirect_uri)) {
    if (stageIn(server, landing) !== 'other') judge.inconclusive(expected, describeLanding(landing));
    return judge[refuse]({ expected, received: describeLanding(landing) });
  }
  const answer = await server.redeem({ ...request, landing, code });
  verifyAvailable(judge, expected, answer);
  if (!carriesAccessToken(answer)) judge[refuse]({ expected, received: describeAnswer(answer) });
}
