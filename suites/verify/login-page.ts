import type { AuthorizationRequest, ServerUnderTest } from '../../fixtures/server/server-under-test.js';
import { stageOf } from '../../fixtures/server/sign-in.js';
import type { Landing } from '../../fixtures/user-agent/user-agent.js';

/** Which page of the way this is, by the login form that the subject file describes; `other` without one. */
export function stageIn({ facts }: ServerUnderTest, landing: Landing): ReturnType<typeof stageOf> {
  return facts.login === undefined || facts.login === 'auto-approve'
    ? 'other'
    : stageOf(landing, facts.login);
}

/** Alike in status, final path and form fields; redirects: in where they lead. Such answers cannot be told apart. */
export function alike(one: Landing, other: Landing): boolean {
  if (one.kind === 'redirect') return other.kind === 'redirect' && one.target === other.target;
  return (
    other.kind === 'page' &&
    one.answer.status === other.answer.status &&
    one.page.signature() === other.page.signature()
  );
}

/** Whether an answer may be the page that every accepted request leads to, and so says nothing about this one. */
export async function mayBeLoginPage(server: ServerUnderTest, landing: Landing): Promise<boolean> {
  if (stageIn(server, landing) !== 'other') return true;
  return alike(landing, await server.open(server.authorizationRequest()));
}

/** What the server answers when nobody could have accepted the request: for comparison. */
export function openAsUnknownClient(
  server: ServerUnderTest,
  { parameters, ...request }: AuthorizationRequest,
): Promise<Landing> {
  return server.open({ ...request, parameters: { ...parameters, client_id: unknownClient } });
}

export const unknownClient = 'harness-does-not-exist';
