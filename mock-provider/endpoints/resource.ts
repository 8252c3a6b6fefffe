import type { Exchange } from '../exchange.js';
import { OAuthError } from '../oauth-error.js';
import type { AccessTokenRecord } from '../records.js';
import { json, type Reply } from '../reply.js';

/** A request for a protected resource or for userinfo. */
export interface ResourceExchange extends Exchange {
  resource: string;
}

/** The scope that `/resource/scoped` needs. */
export const scopedResourceScope = 'write';

/** RFC 6750: any valid token of this audience opens it. */
export function protectedResource(exchange: Exchange): Promise<Reply> {
  const path = exchange.request.path.startsWith('/resource-2') ? '/resource-2' : '/resource';
  const needed = exchange.request.path === '/resource/scoped' ? scopedResourceScope : undefined;
  return guarded(exchange, `${exchange.tenant.issuer}${path}`, async (request) => {
    const record = await authorized(request, needed);
    return json(200, {
      resource: request.resource,
      sub: record.grant.sub ?? record.grant.client.client_id,
      scope: record.scope.join(' '),
    });
  });
}

/** OpenID Connect Core §5.3. */
export function userinfo(exchange: Exchange): Promise<Reply> {
  return guarded(exchange, `${exchange.tenant.issuer}/userinfo`, async (request) => {
    const { seams, tenant } = exchange;
    const tokenless =
      seams.resource.presentedToken(request) === undefined
        ? seams.resource.tokenlessSubject(request)
        : undefined;
    const sub = tokenless ?? (await authorized(request, 'openid', false)).grant.sub;
    const user = tenant.users.find((candidate) => candidate.sub === sub);
    if (user === undefined) throw refusal(request, 401, 'invalid_token', 'the token stands for no user');
    const claims = { sub: user.sub, name: user.name, preferred_username: user.username, email: user.email };
    return json(200, seams.resource.claims(claims, request), { 'cache-control': 'no-store' });
  });
}

async function guarded(
  exchange: Exchange,
  resource: string,
  answer: (request: ResourceExchange) => Promise<Reply>,
): Promise<Reply> {
  const request = Object.assign(exchange, { resource });
  try {
    exchange.decidedBy = 'authorized';
    return await answer(request);
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    exchange.error = { code: error.code, description: error.description };
    const body = error.code === '' ? {} : { error: error.code, error_description: error.description };
    return json(error.status, body, { 'cache-control': 'no-store', ...error.headers });
  }
}

async function authorized(
  request: ResourceExchange,
  scope: string | undefined,
  bound = true,
): Promise<AccessTokenRecord> {
  const rules = request.seams.resource;
  const token = rules.presentedToken(request);
  // RFC 6750 §3.1: a request without a token is told how to authenticate, and no error code.
  if (token === undefined) throw refusal(request, 401, '', 'no access token was presented');
  const record = await rules.validate(token, request);
  if (record === undefined || (bound && !rules.audienceMatches(record, request.resource))) {
    throw refusal(
      request,
      401,
      'invalid_token',
      'the access token is invalid, expired, revoked or for another resource',
    );
  }
  if (!rules.scopeSuffices(record, scope)) {
    throw refusal(request, 403, 'insufficient_scope', `scope ${scope} is needed`, { scope: scope ?? '' });
  }
  return record;
}

function refusal(
  request: ResourceExchange,
  status: number,
  code: string,
  description: string,
  more: Record<string, string> = {},
): OAuthError {
  const attributes = code === '' ? {} : { error: code, error_description: description, ...more };
  const challenge = request.seams.resource.challenge({ realm: request.tenant.name, ...attributes }, request);
  return new OAuthError(code, description, status, challenge);
}
