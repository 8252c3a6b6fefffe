import {
  describeAnswer,
  describeLanding,
  type ServerUnderTest,
  tokensIn,
} from '../../../fixtures/server/server-under-test.js';
import { visibleScopes } from '../../../fixtures/server/token-content.js';
import type { Landing } from '../../../fixtures/user-agent/user-agent.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { grantsIn, parametersOf } from '../authorization-response.js';
import { stageIn } from '../login-page.js';
import { carriesAccessToken } from '../token-refusal.js';
import { verifyAvailable } from '../unavailable.js';

/** What came of asking for scopes: those that are seen to be granted, none where the server is silent, or a refusal. */
export interface ScopeAnswer {
  refused: boolean;
  seen: string[];
  told: string;
}

/** Asks for exactly this `scope` parameter. A refusal counts only if it is for the scope. */
export async function askForScope(
  server: ServerUnderTest,
  judge: Judge,
  scope: string,
): Promise<ScopeAnswer> {
  const expected = `a decision about scope ${scope}`;
  const request = server.authorizationRequest({ scope });
  const landing = await server.authorize(request);
  verifyAvailable(judge, expected, landing.answer);
  if (stageIn(server, landing) !== 'other') judge.inconclusive(expected, describeLanding(landing));
  const code = landing.kind === 'redirect' ? landing.query.get('code') : null;
  if (landing.kind !== 'redirect' || code === null) {
    if (!(await isForScope(server, landing))) judge.inconclusive(expected, describeLanding(landing));
    return { refused: true, seen: [], told: describeLanding(landing) };
  }
  const answer = await server.redeem({ ...request, landing, code });
  if (!carriesAccessToken(answer)) judge.inconclusive(expected, describeAnswer(answer));
  const seen = await visibleScopes(server, tokensIn(answer));
  return { refused: false, seen, told: seen.length === 0 ? 'no scope told' : `scope ${seen.join(' ')}` };
}

/** Whether a refusal says so, or is none for the same request without a scope. */
async function isForScope(server: ServerUnderTest, landing: Landing): Promise<boolean> {
  if (landing.kind === 'redirect' && parametersOf(landing).get('error') === 'invalid_scope') return true;
  const bare = await server.authorize(server.authorizationRequest({ scope: undefined }));
  return grantsIn(bare).includes('code');
}
