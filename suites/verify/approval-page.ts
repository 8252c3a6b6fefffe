import type { LoginForm } from '../../connection/subject.js';
import { promptConsent } from '../../fixtures/server/capabilities.js';
import {
  type AuthorizationRequest,
  describeLanding,
  type Overrides,
  type ServerUnderTest,
} from '../../fixtures/server/server-under-test.js';
import { stageOf } from '../../fixtures/server/sign-in.js';
import { pressing } from '../../fixtures/user-agent/page.js';
import type { Landing, PageLanding, Submission, UserAgent } from '../../fixtures/user-agent/user-agent.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { Inconclusive } from '../../fixtures/verdict/verdict.js';
import { bare } from '../../fixtures/wire/transport.js';

/** A browser that somebody is logged in to and that shows the approval page of a request. */
export interface ApprovalPage {
  request: AuthorizationRequest;
  userAgent: UserAgent;
  login: LoginForm;
  landing: PageLanding;
}

/** Opens a request in a new browser, logs in and stops where approval is asked for. Inconclusive when it is not. */
export async function reachApproval(
  server: ServerUnderTest,
  judge: Judge,
  overrides: Overrides = {},
): Promise<ApprovalPage> {
  const { facts } = server;
  const userAgent = server.newUserAgent();
  const request = server.authorizationRequest({ ...promptConsent(facts), ...overrides });
  const landing = await server.signIn(await server.open(request, userAgent), userAgent, 'stop-at-approval');
  const { login } = facts;
  if (login === undefined || login === 'auto-approve' || stageOf(landing, login) !== 'approval')
    judge.inconclusive('an approval page', describeLanding(landing));
  return { request, userAgent, login, landing: landing as PageLanding };
}

/** What approving sends. A link is taken as a GET form, its query as the fields. */
export function approvalOf({ landing, login }: ApprovalPage): Submission & { hidden: readonly string[] } {
  const label = login.approve ?? '';
  const found = landing.page.button(label);
  const target = found?.form.action ?? landing.page.link(label)?.href ?? landing.page.url;
  if (!URL.canParse(target)) throw new Inconclusive(`the approval page leads to ${target}, which is no URL`);
  if (found !== undefined) return { ...pressing(found.form, found.button), hidden: found.form.hidden };
  const { href, searchParams } = new URL(target);
  const fields = [...searchParams];
  return { action: bare(href), method: 'GET', fields, hidden: fields.map(([name]) => name) };
}

/** Sends an approval from this browser, as it is or changed. */
export function submitApproval(
  { userAgent, landing }: ApprovalPage,
  submission: Submission,
): Promise<Landing> {
  return userAgent.submit(landing.page, submission);
}
