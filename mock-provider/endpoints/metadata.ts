import { defined } from '../../connection/defined.js';
import type { Exchange } from '../exchange.js';
import { signingAlgorithms } from '../keys.js';
import { json, type Reply } from '../reply.js';
import type { MetadataDocument } from '../seams/metadata.js';
import type { Tenant } from '../tenant.js';
import { grantTypes } from './token.js';

const secretMethods = ['client_secret_basic', 'client_secret_post', 'private_key_jwt'];

/** RFC 8414 §2 and, with the members that OpenID Connect Discovery §3 adds, the OpenID provider's document too. */
export function authorizationServerMetadata(exchange: Exchange): Reply {
  if (!isPublished(exchange)) return notPublished;
  const document = exchange.seams.metadata.document(documentOf(exchange.tenant), exchange);
  return exchange.seams.metadata.deliver(document, exchange);
}

function documentOf(tenant: Tenant): MetadataDocument {
  const { issuer, scopes, signingKey } = tenant;
  return {
    issuer,
    ...defined({
      authorization_endpoint: tenant.endpointUrl('authorization'),
      token_endpoint: tenant.endpointUrl('token'),
      revocation_endpoint: tenant.endpointUrl('revocation'),
      introspection_endpoint: tenant.endpointUrl('introspection'),
      registration_endpoint: tenant.endpointUrl('registration'),
      userinfo_endpoint: tenant.endpointUrl('userinfo'),
      jwks_uri: tenant.endpointUrl('jwks'),
    }),
    scopes_supported: scopes,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: grantTypes,
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['none', ...secretMethods],
    revocation_endpoint_auth_methods_supported: ['none', ...secretMethods],
    introspection_endpoint_auth_methods_supported: secretMethods,
    token_endpoint_auth_signing_alg_values_supported: signingAlgorithms,
    authorization_response_iss_parameter_supported: true,
    request_parameter_supported: false,
    // Left out it would mean true (OpenID Connect Discovery §3).
    request_uri_parameter_supported: false,
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: [signingKey.algorithm],
    claims_supported: ['sub', 'name', 'preferred_username', 'email', 'auth_time', 'nonce'],
    prompt_values_supported: ['none', 'login', 'consent', 'select_account'],
  };
}

/** RFC 9728 §2 for one of the tenant's resources. */
export function protectedResourceMetadata(exchange: Exchange): Reply {
  const { tenant, request } = exchange;
  if (!isPublished(exchange)) return notPublished;
  const suffix = request.path.slice('/.well-known/oauth-protected-resource'.length);
  const resource = tenant.resources.find((uri) => uri === `${tenant.issuer}${suffix || '/resource'}`);
  if (resource === undefined) return json(404, { error: 'not_found', error_description: 'no such resource' });
  return json(200, {
    resource,
    authorization_servers: [tenant.issuer],
    scopes_supported: tenant.scopes,
    bearer_methods_supported: ['header'],
  });
}

const notPublished = json(404, { error: 'not_found', error_description: 'no such document is published' });

function isPublished({ seams, request }: Exchange): boolean {
  return seams.metadata.published(request.path.split('/')[2] ?? '');
}
