import { type Exchange, formBody, runSteps } from '../exchange.js';
import { OAuthError } from '../oauth-error.js';
import { approvalPage } from '../pages/approval.js';
import { contentSecurityPolicy } from '../pages/layout.js';
import { loginPage } from '../pages/login.js';
import { html, type Reply, redirect } from '../reply.js';
import { newSession, sessionCookie, sessionOf } from '../session.js';
import { errorPageReply, errorResponse, grantRequest } from '../steps/authorization-answer.js';
import type { Interaction, Session } from '../store.js';
import type { Tenant, User } from '../tenant.js';

/** A person at the login or approval page of one authorization request. */
export interface InteractionExchange extends Exchange {
  interaction: Interaction;
  session: Session | undefined;
  form: URLSearchParams;
}

const show = [findInteraction, showPage];
const submit = [findInteraction, readPageForm, checkAuthentic, switchAccount, logIn, decide];

/** GET shows the page that is due, POST takes its form. */
export async function interaction(exchange: Exchange): Promise<Reply> {
  try {
    if (exchange.request.method !== 'GET' && exchange.request.method !== 'POST') {
      throw new OAuthError('invalid_request', 'this page is asked for by GET and sent by POST', 405, {
        allow: 'GET, POST',
      });
    }
    return await runSteps(exchange as InteractionExchange, exchange.request.method === 'GET' ? show : submit);
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    exchange.error = { code: error.code, description: error.description };
    return errorPageReply(exchange, error, 'This page has expired or is not yours');
  }
}

function findInteraction(exchange: InteractionExchange): void {
  const { tenant, request } = exchange;
  const found = tenant.store.interactions.get(request.path.slice('/interaction/'.length));
  if (found === undefined || tenant.clock.now() >= found.expiresAt) {
    throw new OAuthError('invalid_request', 'there is no such login; start again at the application', 404);
  }
  exchange.interaction = found;
  exchange.session = sessionOf(exchange);
}

function showPage(exchange: InteractionExchange): Reply {
  const { session, interaction, seams, tenant } = exchange;
  if (session?.id !== interaction.sessionId) {
    throw new OAuthError('invalid_request', 'this login was begun in another browser', 403);
  }
  const { request, csrf } = interaction;
  const headers = seams.page.headers(contentSecurityPolicy(request.redirectUri));
  const client = { clientName: clientName(exchange), clientId: request.clientId };
  if (session.sub === undefined)
    return html(200, loginPage({ ...client, csrf, username: request.loginHint }), headers);
  const { scope, redirectUri } = request;
  const user = userOf(tenant, session.sub);
  const hidden = seams.approval.hiddenFields(request);
  return html(200, approvalPage({ ...client, user, scope, redirectUri, csrf, hidden }), headers);
}

function clientName({ tenant, interaction }: InteractionExchange): string {
  const { clientId } = interaction.request;
  return tenant.clients.get(clientId)?.client_name ?? clientId;
}

/** A behaviour may log in somebody whom the tenant does not list. */
function userOf({ users }: Tenant, sub: string): Pick<User, 'name' | 'username'> {
  return users.find((user) => user.sub === sub) ?? { name: sub, username: sub };
}

function readPageForm(exchange: InteractionExchange): void {
  exchange.form = formBody(exchange.request);
}

function checkAuthentic(exchange: InteractionExchange): void {
  if (exchange.seams.approval.authentic(exchange)) return;
  throw new OAuthError(
    'invalid_request',
    'this form was not sent by the page that was shown to this browser',
    403,
  );
}

/** "Not you?" on the approval page: whoever is signed in is signed out, and the login page comes again. */
function switchAccount(exchange: InteractionExchange): Reply | undefined {
  const { form, session, tenant } = exchange;
  if (form.get('action') !== 'switch-account' || session?.sub === undefined) return undefined;
  tenant.store.sessions.delete(session.id);
  return continueAs(exchange, undefined);
}

/** The session gets a new identifier at login, so that one planted before is worth nothing. */
function logIn(exchange: InteractionExchange): Reply | undefined {
  const { session, tenant, form } = exchange;
  if (session?.sub !== undefined) return undefined;
  const username = form.get('username') ?? '';
  const user = tenant.checkPassword(username, form.get('password') ?? '');
  return user === undefined ? wrongPassword(exchange, username) : continueAs(exchange, user.sub);
}

function wrongPassword(exchange: InteractionExchange, username: string): Reply {
  const { interaction, seams } = exchange;
  const { csrf, request } = interaction;
  const problem = 'User name or password is wrong.';
  const page = loginPage({ clientName: clientName(exchange), csrf, username, problem });
  return html(401, page, seams.page.headers(contentSecurityPolicy(request.redirectUri)));
}

/** Back to the page that is due, with a new session: of somebody, or of nobody yet. */
function continueAs(exchange: InteractionExchange, sub: string | undefined): Reply {
  const { tenant, interaction, seams } = exchange;
  const session = newSession(tenant, sub);
  interaction.sessionId = session.id;
  const location = `${tenant.basePath}/interaction/${interaction.id}`;
  const next = seams.authorizationResponse.redirect(location, true);
  return { ...next, headers: { ...next.headers, ...sessionCookie(exchange, session) } };
}

async function decide(exchange: InteractionExchange): Promise<Reply> {
  const { session, tenant, form, interaction, seams } = exchange;
  const decision = seams.approval.decision(form);
  if (decision === undefined || session?.sub === undefined)
    return redirect(`${tenant.basePath}/interaction/${interaction.id}`);
  tenant.store.interactions.delete(interaction.id);
  const request = seams.approval.granted(interaction.request, form);
  if (decision === 'deny') {
    return errorResponse(
      exchange,
      request,
      new OAuthError('access_denied', 'the resource owner refused'),
      true,
    );
  }
  return grantRequest(exchange, request, { sub: session.sub, authTime: session.authTime }, true);
}
