import type { Connection, ConnectionAuth } from '../connection/subject.js';
import type { EndpointName } from './endpoint-paths.js';
import type { Tenant } from './tenant.js';

const endpointOf: Partial<Record<keyof ConnectionAuth, EndpointName>> = {
  authorizationUrl: 'authorization',
  tokenUrl: 'token',
  revocationUrl: 'revocation',
  introspectionUrl: 'introspection',
  registrationUrl: 'registration',
  userinfoUrl: 'userinfo',
  jwksUrl: 'jwks',
};

/** The manifest with the URLs at which a tenant plays its provider; the client is left as it is. */
export function localConnection(connection: Connection, tenant: Tenant): Connection {
  const { auth } = connection;
  const local = Object.entries(auth).map(([field, value]) => [field, localValue(field, value, tenant)]);
  return { ...connection, auth: { ...unnamed(auth, tenant), ...Object.fromEntries(local) } };
}

function localValue(field: string, value: unknown, tenant: Tenant): unknown {
  if (field === 'issuer') return tenant.issuer;
  if (field === 'refreshUrl') return `${tenant.issuer}${new URL(String(value)).pathname}`;
  const endpoint = endpointOf[field as keyof ConnectionAuth];
  return endpoint === undefined ? value : tenant.endpointUrl(endpoint);
}

/** Endpoints that a manifest without any leaves to metadata, which it has no issuer for. */
function unnamed({ type, issuer, tokenUrl }: ConnectionAuth, tenant: Tenant): Partial<ConnectionAuth> {
  if (issuer !== undefined || tokenUrl !== undefined) return { type };
  const [authorizationUrl, token] = [tenant.endpointUrl('authorization'), tenant.endpointUrl('token')];
  if (authorizationUrl === undefined || token === undefined) return { type };
  return { type, authorizationUrl, tokenUrl: token };
}
