import type { ConnectionAuth } from '../connection/subject.js';
import { type EndpointName, ownPaths, type PublishedPaths } from './endpoint-paths.js';

const fields = {
  authorization: ['authorizationUrl'],
  token: ['tokenUrl', 'refreshUrl'],
  revocation: ['revocationUrl'],
  introspection: ['introspectionUrl'],
  registration: ['registrationUrl'],
  userinfo: ['userinfoUrl'],
  jwks: ['jwksUrl'],
} as const satisfies Record<EndpointName, readonly (keyof ConnectionAuth)[]>;

/**
 * Paths of the endpoints that a connection names. One that names none but its issuer leaves them to the metadata, and
 * so to the mock.
 */
export function publishedPaths(auth: ConnectionAuth): PublishedPaths {
  const named = (Object.keys(fields) as EndpointName[]).flatMap((name) => {
    const paths = fields[name].map((field) => auth[field]).filter((url) => url !== undefined);
    return paths.length === 0 ? [] : [[name, paths.map((url) => new URL(url).pathname)] as const];
  });
  if (named.length > 0) return Object.fromEntries(named);
  return Object.fromEntries(Object.entries(ownPaths).map(([name, path]) => [name, [path]]));
}
