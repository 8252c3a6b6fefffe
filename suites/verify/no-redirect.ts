import {
  type AuthorizationRequest,
  describeLanding,
  type ServerUnderTest,
} from '../../fixtures/server/server-under-test.js';
import { stageOf } from '../../fixtures/server/sign-in.js';
import type { Landing } from '../../fixtures/user-agent/user-agent.js';
import type { Judge } from '../../fixtures/verdict/judge.js';

const expected = "a refusal on a page of the server's own, and no redirect";

/**
 * The authorization request is refused without a redirect (RFC 6749 §4.1.2.1). A login page that comes before any
 * check decides nothing: with a login script the harness goes through it and asks for the same outcome after it.
 */
export async function verifyNotRedirected(
  server: ServerUnderTest,
  judge: Judge,
  request: AuthorizationRequest,
): Promise<void> {
  const userAgent = server.newUserAgent();
  const opened = await server.open(request, userAgent);
  const landing = await server.signIn(opened, userAgent);
  if (landing.kind === 'redirect') return judgeRedirect(server, judge, landing);
  const { status } = landing.answer;
  if (status === 429) judge.inconclusive(expected, describeLanding(landing));
  if (status >= 500) return judge.warn({ expected, received: describeLanding(landing), unavailable: true });
  await refuseLoginPage(server, judge, landing);
  if (status < 400) judge.note(`refused on a page with status ${status}`);
}

function judgeRedirect(server: ServerUnderTest, judge: Judge, landing: Landing & { kind: 'redirect' }): void {
  const registered = server.client.redirectUris.some(
    (uri) => landing.location.startsWith(`${uri}?`) || landing.location === uri,
  );
  const received = describeLanding(landing);
  if (registered && !landing.query.has('code')) return judge.warn({ expected, received });
  judge.fail({ expected, received });
}

/** A page that looks like the one an accepted request leads to is a login page, and no refusal. */
async function refuseLoginPage(
  server: ServerUnderTest,
  judge: Judge,
  landing: Landing & { kind: 'page' },
): Promise<void> {
  const { login } = server.facts;
  const shown = login !== undefined && login !== 'auto-approve' ? stageOf(landing, login) : 'other';
  const accepted = await server.open(server.authorizationRequest());
  const alike =
    accepted.kind === 'page' &&
    accepted.answer.status === landing.answer.status &&
    accepted.page.signature() === landing.page.signature() &&
    landing.page.forms.length > 0;
  if (shown !== 'other' || alike)
    judge.inconclusive(expected, `the page that an accepted request leads to: ${describeLanding(landing)}`);
}
