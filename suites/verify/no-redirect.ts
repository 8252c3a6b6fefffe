import { hostOf, landedAt } from '../../fixtures/server/landed-at.js';
import {
  type AuthorizationRequest,
  describeLanding,
  type ServerUnderTest,
} from '../../fixtures/server/server-under-test.js';
import type { Landing, RedirectLanding } from '../../fixtures/user-agent/user-agent.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { grantsIn } from './authorization-response.js';
import { verifyRefusalPage } from './refusal-page.js';

const expected = "a refusal on a page of the server's own, and no redirect";

export interface NoRedirect {
  /** What an answer at a registered URI is worth where the request named another one, or an unknown client. */
  errorAtClient?: 'warn' | 'fail';
  /** Called with everything that the browser was shown on the way, in order. */
  watch?: (landing: Landing) => void;
}

/**
 * The authorization request is refused without a redirect to the redirect URI that it names (RFC 6749 §4.1.2.1).
 * A login page that comes before any check decides nothing: with a login script the harness goes through it and asks
 * for the same outcome after it.
 */
export async function verifyNotRedirected(
  server: ServerUnderTest,
  judge: Judge,
  request: AuthorizationRequest,
  options: NoRedirect = {},
): Promise<void> {
  const landing = await redirectOf(server, judge, request, options);
  if (landing !== undefined) judgeRedirect(judge, request, landing, options);
}

/** Where the request was redirected to; undefined when a page refused it, or did not work (which warns). */
export async function redirectOf(
  server: ServerUnderTest,
  judge: Judge,
  request: AuthorizationRequest,
  { watch = () => {} }: NoRedirect = {},
): Promise<RedirectLanding | undefined> {
  const userAgent = server.newUserAgent([request.parameters.redirect_uri ?? '']);
  const opened = await server.open(request, userAgent);
  watch(opened);
  const landing = await server.signIn(opened, userAgent);
  if (landing !== opened) watch(landing);
  if (landing.kind === 'redirect') return landing;
  await verifyRefusalPage(server, judge, expected, { request, landing, loggedIn: landing !== opened });
  return undefined;
}

/**
 * A redirect to what was asked for is the violation, and so is a code anywhere but at a registered URI. An answer at
 * a registered URI instead leaves the person in the dark only: a warning. Any other place may be the server's own
 * error page on a host that the subject file does not name.
 */
function judgeRedirect(
  judge: Judge,
  { client, parameters }: AuthorizationRequest,
  landing: RedirectLanding,
  { errorAtClient = 'warn' }: NoRedirect,
): void {
  const requested = parameters.redirect_uri ?? '';
  const { location } = landing;
  const received = describeLanding(landing);
  const atRequested = landedAt(location, requested);
  const atRegistered = !atRequested && client.redirectUris.some((uri) => landedAt(location, uri));
  if (atRegistered && errorAtClient === 'warn') {
    judge.warn({ expected, received: `${received}, which is registered` });
    return;
  }
  const knownHost = client.redirectUris.some((uri) => hostOf(uri) === hostOf(location));
  const atForeignHost = hostOf(location) === hostOf(requested) && !knownHost;
  if (atRequested || atRegistered || atForeignHost || grantsIn(landing).includes('code'))
    judge.fail({ expected, received });
  judge.inconclusive(
    expected,
    `${received}; if that is a page of the server's own, add: server: { hosts: [${hostOf(location)}] }`,
  );
}
