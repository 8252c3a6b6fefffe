import {
  describeLanding,
  type Overrides,
  type ServerUnderTest,
} from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { grantsIn, parametersOf, reachesClient } from '../verify/authorization-response.js';
import { alike, openAsUnknownClient, stageIn } from '../verify/login-page.js';

/** Errors that say no more than "somebody has to log in", which is what an accepted request leads to. */
export const loginErrors: readonly string[] = ['login_required', 'interaction_required'];

const expected = 'a login page, or the redirect URI with a code or login_required';

/**
 * A correct request, without cookies, is not refused: it leads to a login page, or to a code. A page that the login
 * script does not know, or a login elsewhere, must differ from what an unknown client gets.
 */
export async function requestAccepted(
  server: ServerUnderTest,
  judge: Judge,
  overrides: Overrides = {},
): Promise<void> {
  const request = server.authorizationRequest(overrides);
  const landing = await server.open(request);
  const received = describeLanding(landing);
  if (landing.answer.status === 429) judge.inconclusive(expected, received);
  if (landing.kind === 'redirect') {
    const error = parametersOf(landing).get('error');
    const answered = grantsIn(landing).length > 0 || (error !== null && loginErrors.includes(error));
    if (answered && reachesClient(request, landing)) return;
    if (answered || error !== null || reachesClient(request, landing)) judge.fail({ expected, received });
  } else if (landing.answer.status >= 400) {
    judge.fail({ expected, received });
  }
  if (stageIn(server, landing) !== 'other') return;
  if (!alike(landing, await openAsUnknownClient(server, request))) return;
  const same = `what an unknown client gets, too: ${received}`;
  if (server.facts.login === undefined) judge.inconclusive(expected, same);
  judge.fail({ expected, received: same });
}
