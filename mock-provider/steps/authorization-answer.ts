import { randomUUID } from 'node:crypto';
import type { Client } from '../client.js';
import type { Exchange } from '../exchange.js';
import { OAuthError } from '../oauth-error.js';
import { formPostPage, formPostPolicy } from '../pages/form-post.js';
import { contentSecurityPolicy } from '../pages/layout.js';
import { withParameters } from '../redirect-uri.js';
import { html, type Reply } from '../reply.js';
import type { Respondable, ResponseMode, ResponseParameters } from '../seams/authorization-response.js';
import type { ValidatedRequest } from '../store.js';

export interface ResourceOwner {
  sub: string;
  /** When they logged in, in seconds since 1970. */
  authTime: number;
}

/** Answers a granted request at the redirect URI (RFC 6749 §4.1.2). */
export async function grantRequest(
  exchange: Exchange,
  request: ValidatedRequest,
  owner: ResourceOwner,
  afterPost: boolean,
): Promise<Reply> {
  const client = exchange.tenant.clients.get(request.clientId);
  if (client === undefined) throw new OAuthError('unauthorized_client', 'the client was removed meanwhile');
  const { parameters, mode } = await exchange.seams.authorizationResponse.success(
    request,
    () => issueCode(exchange, request, owner, client),
    Object.assign(exchange, owner),
  );
  return respond(exchange, request, parameters, afterPost, mode);
}

/** Tells an error to the client (RFC 6749 §4.1.2.1). */
export function errorResponse(
  exchange: Exchange,
  request: Respondable,
  error: OAuthError,
  afterPost = false,
): Reply {
  exchange.error = { code: error.code, description: error.description };
  const parameters = { error: error.code, error_description: error.description };
  return respond(exchange, request, parameters, afterPost);
}

/** Tells an error to the person at the browser: the client, or where it listens, cannot be trusted. */
export function errorPageReply(
  exchange: Exchange,
  error: OAuthError,
  title = 'This request cannot be served',
): Reply {
  const { seams } = exchange;
  const body = seams.page.error({ title, code: error.code, description: error.description }, exchange);
  return html(error.status, body, { ...error.headers, ...seams.page.headers(contentSecurityPolicy()) });
}

function respond(
  exchange: Exchange,
  request: Respondable,
  own: ResponseParameters,
  afterPost: boolean,
  mode: ResponseMode = exchange.seams.authorizationResponse.mode(request),
): Reply {
  const { tenant, seams } = exchange;
  const state = request.state === undefined ? {} : { state: request.state };
  // RFC 9207 §2: the issuer goes with errors too.
  const parameters = seams.authorizationResponse.parameters(
    { ...own, ...state, iss: tenant.issuer },
    request,
    exchange,
  );
  if (mode === 'form_post') return formPost(exchange, request.redirectUri, parameters);
  return seams.authorizationResponse.redirect(
    withParameters(request.redirectUri, parameters, mode),
    afterPost,
  );
}

/** OAuth 2.0 Form Post Response Mode §2. */
function formPost({ seams }: Exchange, redirectUri: string, parameters: ResponseParameters): Reply {
  // Without an origin in it, browsers would send `Origin: null` with the form.
  const headers = { ...seams.page.headers(formPostPolicy(redirectUri)), 'referrer-policy': 'origin' };
  return html(200, formPostPage(redirectUri, parameters), headers);
}

function issueCode(
  exchange: Exchange,
  request: ValidatedRequest,
  owner: ResourceOwner,
  client: Client,
): string {
  const { tenant, seams } = exchange;
  const value = seams.code.generate(exchange);
  tenant.store.codes.set(value, {
    value,
    grant: {
      id: randomUUID(),
      client,
      sub: owner.sub,
      scope: request.scope,
      resources: request.resources,
      nonce: request.nonce,
      authTime: owner.authTime,
      requested: request.parameters,
      revoked: false,
    },
    redirectUri: request.redirectUriSent ? request.redirectUri : undefined,
    challenge: request.challenge,
    expiresAt: tenant.clock.now() + tenant.lifetimes.code,
    used: false,
  });
  return value;
}
