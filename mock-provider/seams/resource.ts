import type { ResourceExchange } from '../endpoints/resource.js';
import type { AccessTokenRecord } from '../records.js';
import { isLive } from '../store.js';

/** The protected resource (RFC 6750, RFC 9068 §4) and the userinfo endpoint (OpenID Connect Core §5.3). */
export interface ResourceSeam {
  /** The presented access token, or undefined when the request has none. */
  presentedToken(exchange: ResourceExchange): string | undefined;
  /** The live record behind a token, or undefined when it is no valid access token. */
  validate(token: string, exchange: ResourceExchange): Promise<AccessTokenRecord | undefined>;
  audienceMatches(record: AccessTokenRecord, resource: string): boolean;
  scopeSuffices(record: AccessTokenRecord, scope: string | undefined): boolean;
  /** Headers of a refusal: the challenge (RFC 6750 §3). */
  challenge(attributes: Record<string, string>, exchange: ResourceExchange): Record<string, string>;
  /** Called at userinfo when no token came; the subject to answer for, or undefined: refused. */
  tokenlessSubject(exchange: ResourceExchange): string | undefined;
  /** What userinfo says of the user. */
  claims(claims: Record<string, unknown>, exchange: ResourceExchange): Record<string, unknown>;
}

export const resource: ResourceSeam = {
  presentedToken({ request }) {
    // The scheme is compared without case (RFC 9110 §11.1).
    return /^bearer +([A-Za-z0-9\-._~+/]+=*)$/i.exec(request.headers.authorization ?? '')?.[1];
  },
  async validate(token, { tenant }) {
    const record = tenant.store.accessTokens.get(token);
    return record !== undefined && isLive(record, tenant.clock.now()) ? record : undefined;
  },
  audienceMatches: (record, resourceUri) => record.audience.includes(resourceUri),
  scopeSuffices: (record, scope) => scope === undefined || record.scope.includes(scope),
  challenge(attributes) {
    const parameters = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
    return { 'www-authenticate': `Bearer ${parameters.join(', ')}` };
  },
  tokenlessSubject: () => undefined,
  claims: (claims) => claims,
};
