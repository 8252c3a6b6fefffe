import { capabilities } from '../../fixtures/server/capabilities.js';
import type { AuthorizationRequest, ServerUnderTest } from '../../fixtures/server/server-under-test.js';
import type { Landing } from '../../fixtures/user-agent/user-agent.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { grantsIn, parametersOf, reachesClient } from './authorization-response.js';

/** An error as it reached the client. */
export interface ProvokedError {
  request: AuthorizationRequest;
  parameters: URLSearchParams;
}

/** Provokes errors until one is redirected to the client (RFC 6749 §4.1.2.1). Inconclusive when none is. */
export async function provokeError(server: ServerUnderTest, judge: Judge): Promise<ProvokedError> {
  for (const [name, request, reach] of attempts(server)) {
    const landing = await reach();
    if (landing.kind !== 'redirect' || !reachesClient(request, landing) || grantsIn(landing).length > 0)
      continue;
    judge.note(`error provoked by ${name}`);
    return { request, parameters: parametersOf(landing) };
  }
  judge.inconclusive('an error that is redirected to the client', 'none in any attempt');
}

type Attempt = [name: string, request: AuthorizationRequest, reach: () => Promise<Landing>];

function attempts(server: ServerUnderTest): Attempt[] {
  const silent = server.authorizationRequest({ prompt: 'none' });
  const unknownType = server.authorizationRequest({ response_type: 'harness_unknown' });
  const unknownMethod = server.authorizationRequest({ code_challenge_method: 'harness_unknown' });
  const refused = server.authorizationRequest();
  const oidc = capabilities['as.oidc'](server) === undefined;
  return [
    ...(oidc ? [['prompt=none', silent, () => server.open(silent)] satisfies Attempt] : []),
    ['an unknown response_type', unknownType, () => server.authorize(unknownType)],
    ['an unknown code_challenge_method', unknownMethod, () => server.authorize(unknownMethod)],
    ['refusal by the user', refused, () => refuse(server, refused)],
  ];
}

async function refuse(server: ServerUnderTest, request: AuthorizationRequest): Promise<Landing> {
  const userAgent = server.newUserAgent();
  return server.signIn(await server.open(request, userAgent), userAgent, 'deny');
}
