import type { AuthorizationExchange } from '../endpoints/authorization.js';
import { OAuthError } from '../oauth-error.js';
import { randomToken } from '../random.js';
import { type Reply, redirect } from '../reply.js';
import { newSession, sessionCookie, sessionOf } from '../session.js';
import type { Session, ValidatedRequest } from '../store.js';
import { grantRequest } from './authorization-answer.js';

/** Seconds that a person has for login and approval. */
const interactionLifetime = 600;

/** RFC 6749 §3.1: the resource owner logs in and approves on pages of ours, unless the tenant does so by itself. */
export async function beginInteraction(exchange: AuthorizationExchange): Promise<Reply> {
  const { tenant, seams, prompt } = exchange;
  const known = knownSession(exchange);
  const sub =
    tenant.approval === 'automatic'
      ? tenant.firstUser()
      : seams.authorizationRequest.resourceOwner(known, exchange);
  if (sub !== undefined && !seams.approval.required(exchange)) {
    return grantRequest(
      exchange,
      validated(exchange),
      { sub, authTime: (tenant.approval === 'pages' && known?.authTime) || tenant.clock.now() },
      false,
    );
  }
  if (prompt.includes('none')) {
    throw sub === undefined
      ? new OAuthError('login_required', 'nobody is logged in and prompt=none forbids asking')
      : new OAuthError('consent_required', 'approval is needed and prompt=none forbids asking');
  }
  const session = known ?? newSession(tenant);
  const interaction = {
    id: randomToken(),
    sessionId: session.id,
    csrf: randomToken(),
    request: validated(exchange),
    expiresAt: tenant.clock.now() + interactionLifetime,
  };
  tenant.store.interactions.set(interaction.id, interaction);
  return redirect(
    `${tenant.basePath}/interaction/${interaction.id}`,
    known === undefined ? sessionCookie(exchange, session) : {},
  );
}

/** The browser's session, unless its login is too old for this request. */
function knownSession(exchange: AuthorizationExchange): Session | undefined {
  const session = sessionOf(exchange);
  if (session === undefined) return undefined;
  return exchange.seams.authorizationRequest.reauthenticates(session, exchange) ? undefined : session;
}

function validated(exchange: AuthorizationExchange): ValidatedRequest {
  const { parameters } = exchange;
  return {
    clientId: exchange.client.client_id,
    redirectUri: exchange.redirectUri,
    redirectUriSent: parameters.has('redirect_uri'),
    responseType: exchange.responseType,
    state: parameters.get('state'),
    scope: exchange.scope,
    nonce: parameters.get('nonce'),
    challenge: exchange.challenge,
    prompt: exchange.prompt,
    resources: exchange.resources,
    loginHint: parameters.get('login_hint'),
    parameters,
  };
}
