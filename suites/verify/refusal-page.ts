import {
  type AuthorizationRequest,
  describeLanding,
  type ServerUnderTest,
} from '../../fixtures/server/server-under-test.js';
import type { PageLanding } from '../../fixtures/user-agent/user-agent.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { bare, mediaType } from '../../fixtures/wire/transport.js';
import { stageIn } from './login-page.js';

/** A page that ended an authorization request, and what it took to get there. */
export interface PageReached {
  request: AuthorizationRequest;
  landing: PageLanding;
  /** The harness had to log in or to approve before. */
  loggedIn: boolean;
}

/**
 * A page of the server's own refuses the request. It may have any status below 500 (catalogue, conventions); a 5xx
 * warns, and a page that an accepted request leads to as well decides nothing.
 */
export async function verifyRefusalPage(
  server: ServerUnderTest,
  judge: Judge,
  expected: string,
  { request, landing, loggedIn }: PageReached,
): Promise<void> {
  const { status } = landing.answer;
  const received = describeLanding(landing);
  if (status === 429) judge.inconclusive(expected, received);
  if (status >= 500) return judge.warn({ expected, received, unavailable: true });
  const stage = stageIn(server, landing);
  if (stage !== 'other') judge.inconclusive(expected, `the ${stage} page, still: ${received}`);
  const client = server.as(request.client);
  // What was refused after the login may be the login: the same way with a correct request must end in a code.
  if (loggedIn) await client.obtainCode();
  else if (status < 400) await verifyOtherPage(client, judge, expected, landing);
  if (status < 400) judge.note(`refused on a page with status ${status}`);
  const at = bare(landing.answer.url);
  if (!loggedIn && at !== bare(server.endpoint('authorization')))
    judge.note(`refused by a redirect to ${at}, a page of the server's own`);
}

/** The page is not the one, most often a login page, that a correct request leads to. */
async function verifyOtherPage(
  server: ServerUnderTest,
  judge: Judge,
  expected: string,
  landing: PageLanding,
): Promise<void> {
  const accepted = await server.open(server.authorizationRequest());
  if (accepted.kind !== 'page' || look(accepted) !== look(landing)) return;
  const script = server.facts.login === undefined ? '; a login script (server.login) would tell more' : '';
  judge.inconclusive(
    expected,
    `the page that a correct request leads to as well: ${describeLanding(landing)}${script}`,
  );
}

/** What tells pages apart: status, type, and the fields that they ask for; without forms, their text. */
function look({ answer, page }: PageLanding): string {
  const fields = page.forms.map((form) => form.fields.map(([name]) => name).join());
  return [answer.status, mediaType(answer), ...(fields.length > 0 ? fields : [page.text()])].join('\n');
}
