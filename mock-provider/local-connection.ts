import type { Connection, ConnectionAuth } from '../connection/subject.js';
import type { EndpointName } from './endpoint-paths.js';
import type { Tenant } from './tenant.js';

const fields: Record<EndpointName, keyof ConnectionAuth & `${string}Url`> = {
  authorization: 'authorizationUrl',
  token: 'tokenUrl',
  revocation: 'revocationUrl',
  introspection: 'introspectionUrl',
  registration: 'registrationUrl',
  userinfo: 'userinfoUrl',
  jwks: 'jwksUrl',
};

/** The manifest with the URLs at which a tenant plays its provider; the client is left as it is. */
export function localConnection(connection: Connection, tenant: Tenant): Connection {
  const { issuer, refreshUrl, authorizationUrl, tokenUrl, ...auth } = connection.auth;
  const local = (Object.entries(fields) as [EndpointName, string][]).flatMap(([name, field]) => {
    const url = tenant.endpointUrl(name);
    // One that names its issuer alone leaves the endpoints to the metadata.
    const named =
      field in connection.auth || (issuer === undefined && /^(authorization|token)Url$/.test(field));
    return url === undefined || !named ? [] : [[field, url]];
  });
  return {
    ...connection,
    auth: {
      ...auth,
      ...(issuer === undefined ? {} : { issuer: tenant.issuer }),
      ...(refreshUrl === undefined ? {} : { refreshUrl: `${tenant.issuer}${new URL(refreshUrl).pathname}` }),
      ...Object.fromEntries(local),
    },
  };
}
