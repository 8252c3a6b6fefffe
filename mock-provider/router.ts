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
  /** Methods that are served; left out where a step of the endpoint decides. */
  methods?: readonly string[];
}

const document = { scriptable: true, methods: ['GET', 'HEAD'] };
const serverMetadata: Endpoint = { answer: authorizationServerMetadata, ...document };
const resourceMetadata: Endpoint = { answer: protectedResourceMetadata, ...document };
const resource: Endpoint = {
  answer: protectedResource,
  scriptable: true,
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
};

const endpoints = new Map<string, Endpoint>([
  ['/.well-known/oauth-authorization-server', serverMetadata],
  ['/.well-known/openid-configuration', serverMetadata],
  ['/.well-known/oauth-protected-resource', resourceMetadata],
  ['/.well-known/oauth-protected-resource/resource', resourceMetadata],
  ['/.well-known/oauth-protected-resource/resource-2', resourceMetadata],
  ['/authorize', { answer: authorization, scriptable: false }],
  ['/token', { answer: token, scriptable: true }],
  ['/revoke', { answer: revocation, scriptable: true }],
  ['/introspect', { answer: introspection, scriptable: false }],
  ['/register', { answer: registration, scriptable: true }],
  ['/userinfo', { answer: userinfo, scriptable: true, methods: ['GET', 'HEAD', 'POST'] }],
  ['/jwks', { answer: jwks, ...document }],
  ['/resource', resource],
  ['/resource/scoped', resource],
  ['/resource-2', resource],
]);

const interactionEndpoint: Endpoint = { answer: interaction, scriptable: false };

/** The endpoint at a path below the issuer. */
export function endpointAt(path: string): Endpoint | undefined {
  return endpoints.get(path) ?? (path.startsWith('/interaction/') ? interactionEndpoint : undefined);
}
