import { authorization } from './endpoints/authorization.js';
import { interaction } from './endpoints/interaction.js';
import { introspection } from './endpoints/introspection.js';
import { jwks } from './endpoints/jwks.js';
import { authorizationServerMetadata, protectedResourceMetadata } from './endpoints/metadata.js';
import { registration } from './endpoints/registration.js';
import { protectedResource, userinfo } from './endpoints/resource.js';
import { revocation } from './endpoints/revocation.js';
import { token } from './endpoints/token.js';
import type { Exchange } from './exchange.js';
import type { Reply } from './reply.js';

export interface Endpoint {
  answer: (exchange: Exchange) => Reply | Promise<Reply>;
  /** May scripts of other origins call it? Never where cookies count. */
  scriptable: boolean;
}

const endpoints = new Map<string, Endpoint>([
  ['/.well-known/oauth-authorization-server', { answer: authorizationServerMetadata, scriptable: true }],
  ['/.well-known/openid-configuration', { answer: authorizationServerMetadata, scriptable: true }],
  ['/.well-known/oauth-protected-resource', { answer: protectedResourceMetadata, scriptable: true }],
  ['/.well-known/oauth-protected-resource/resource', { answer: protectedResourceMetadata, scriptable: true }],
  [
    '/.well-known/oauth-protected-resource/resource-2',
    { answer: protectedResourceMetadata, scriptable: true },
  ],
  ['/authorize', { answer: authorization, scriptable: false }],
  ['/token', { answer: token, scriptable: true }],
  ['/revoke', { answer: revocation, scriptable: true }],
  ['/introspect', { answer: introspection, scriptable: false }],
  ['/register', { answer: registration, scriptable: true }],
  ['/userinfo', { answer: userinfo, scriptable: true }],
  ['/jwks', { answer: jwks, scriptable: true }],
  ['/resource', { answer: protectedResource, scriptable: true }],
  ['/resource/scoped', { answer: protectedResource, scriptable: true }],
  ['/resource-2', { answer: protectedResource, scriptable: true }],
]);

const interactionEndpoint: Endpoint = { answer: interaction, scriptable: false };

/** The endpoint at a path below the issuer. */
export function endpointAt(path: string): Endpoint | undefined {
  return endpoints.get(path) ?? (path.startsWith('/interaction/') ? interactionEndpoint : undefined);
}
