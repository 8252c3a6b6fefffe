import { describeLanding, type ServerUnderTest } from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';

/** Errors that say no more than "somebody has to log in", which is what an accepted request leads to. */
const loginErrors = ['login_required', 'interaction_required'];

/** A correct request, without cookies, is not refused: it leads to a login page, or to a code. */
export async function requestAccepted(server: ServerUnderTest, judge: Judge): Promise<void> {
  const landing = await server.open(server.authorizationRequest());
  if (landing.kind === 'redirect') {
    const error = landing.query.get('error');
    if (landing.query.has('code') || (error !== null && loginErrors.includes(error))) return;
  } else if (landing.answer.status < 400) {
    return;
  }
  judge.fail({
    expected: 'a login page, or the redirect URI with a code or login_required',
    received: describeLanding(landing),
  });
}
