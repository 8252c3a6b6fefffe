import { landedAt } from '../../fixtures/server/landed-at.js';
import {
  type AuthorizationRequest,
  describeLanding,
  type ServerUnderTest,
} from '../../fixtures/server/server-under-test.js';
import type { Landing, RedirectLanding } from '../../fixtures/user-agent/user-agent.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { mayBeLoginPage } from './login-page.js';

/** Parameters of a redirect, wherever they travel: query, posted form or fragment. */
export function parametersOf({ query, fragment }: RedirectLanding): URLSearchParams {
  return new URLSearchParams([...query, ...fragment]);
}

/** What a redirect hands out: names of code and tokens in it. */
export function grantsIn(landing: Landing): string[] {
  if (landing.kind === 'page') return [];
  const parameters = parametersOf(landing);
  return ['code', 'access_token', 'id_token'].filter((name) => parameters.has(name));
}

/** Whether a redirect leads to the redirect URI of the request. */
export function reachesClient({ parameters }: AuthorizationRequest, { location }: RedirectLanding): boolean {
  return landedAt(location, parameters.redirect_uri ?? '');
}

export interface ErrorResponse {
  /** Error codes that the requirement asks for. */
  errors: readonly string[];
  /** Codes that it tolerates with a warning; every other one fails. */
  tolerated: readonly string[] | 'any';
  /** The resource owner has decided already, so that a login page is no question any more. */
  afterDecision?: boolean;
}

/**
 * The error reaches the client at its redirect URI, with the request's state and without a code (RFC 6749
 * §4.1.2.1). A page of the server's own instead is a warning, a 5xx a failure: both leave the client without answer.
 */
export async function verifyErrorResponse(
  server: ServerUnderTest,
  judge: Judge,
  request: AuthorizationRequest,
  landing: Landing,
  { errors, tolerated, afterDecision = false }: ErrorResponse,
): Promise<void> {
  const expected = `the redirect URI with error=${errors.join(' or ')}, the same state and no code`;
  const grants = grantsIn(landing);
  if (grants.length > 0) judge.fail({ expected, received: `a redirect with ${grants.join(' and ')}` });
  const received = describeLanding(landing);
  if (landing.answer.status === 429) judge.inconclusive(expected, received);
  if (landing.answer.status >= 500) judge.fail({ expected, received, unavailable: true });
  if (landing.kind === 'page') {
    if (!afterDecision && (await mayBeLoginPage(server, landing))) judge.inconclusive(expected, received);
    return judge.warn({ expected, received });
  }
  if (!reachesClient(request, landing)) return judge.warn({ expected, received });
  const parameters = parametersOf(landing);
  const error = parameters.get('error');
  if (error === null) judge.fail({ expected, received });
  verifyState(judge, request, parameters);
  if (errors.includes(error)) return;
  if (tolerated === 'any' || tolerated.includes(error)) return judge.warn({ expected, received });
  judge.fail({ expected, received });
}

/** Exactly the state that was sent, once. */
export function verifyState(
  judge: Judge,
  { parameters }: AuthorizationRequest,
  response: URLSearchParams,
): void {
  const [sent, received] = [parameters.state, response.getAll('state')];
  if (received.length === 1 && received[0] === sent) return;
  judge.fail({
    expected: `state=${sent}, once`,
    received: received.length === 0 ? 'no state' : `state=${received.join(' and state=')}`,
  });
}
