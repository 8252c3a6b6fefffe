import { withoutChallenge } from '../../fixtures/server/capabilities.js';
import {
  type CodeGrant,
  describeAnswer,
  type ServerUnderTest,
} from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { carriesAccessToken } from './token-refusal.js';

/** Makes codes without a code_challenge that a plain token request redeems. */
export interface UnboundCodes {
  server: ServerUnderTest;
  obtain(): Promise<CodeGrant>;
}

/**
 * The first client whose codes are good without a challenge. A server may issue such codes and never redeem them;
 * then nothing can be learnt from a refusal.
 */
export async function unboundCodes(server: ServerUnderTest, judge: Judge): Promise<UnboundCodes | undefined> {
  for (const client of server.codeClients) {
    const candidate = server.as(client);
    const changes = withoutChallenge({ scopes: client.scopes ?? server.facts.scopes });
    const request = candidate.authorizationRequest(changes);
    const landing = await candidate.authorize(request);
    const code = landing.kind === 'redirect' ? landing.query.get('code') : null;
    if (landing.kind !== 'redirect' || code === null) continue;
    const answer = await candidate.redeem({ ...request, landing, code });
    if (carriesAccessToken(answer)) return { server: candidate, obtain: () => candidate.obtainCode(changes) };
    judge.note(`client ${client.name} gets a code without challenge that gets ${describeAnswer(answer)}`);
  }
  return undefined;
}
