import type { TestContext } from 'node:test';
import type { Connection, ConnectionAuth, Subject } from '../../../connection/subject.js';
import { type ClientOptions, profileOfConnection, startMockProvider } from '../../../mock-provider/index.js';

const loopback = 'http://127.0.0.1/callback';

/** With a sign that Basic credentials carry encoded: what the preflight takes for a matter of the server, and goes on. */
export const secretOfPost = 'secret of post';

/** Clients of the mock; the first is the connection's. `web` is bound to the very port of its loopback URI. */
const clients: ClientOptions[] = [
  { client_id: 'native', redirect_uris: [loopback] },
  { client_id: 'web', redirect_uris: [loopback], application_type: 'web' },
  {
    client_id: 'post',
    client_secret: secretOfPost,
    token_endpoint_auth_method: 'client_secret_post',
    redirect_uris: ['https://post.example/callback'],
  },
  {
    client_id: 'confidential',
    client_secret: 'secret-of-confidential',
    token_endpoint_auth_method: 'client_secret_basic',
    redirect_uris: ['https://confidential.example/callback'],
    may_introspect: true,
  },
];

/** A connection that says of the mock at `issuer` what it does, in every field that the mock can confirm. */
function trueAuth(issuer: string): ConnectionAuth {
  return {
    type: 'oauth',
    issuer,
    authorizationUrl: `${issuer}/authorize`,
    tokenUrl: `${issuer}/token`,
    revocationUrl: `${issuer}/revoke`,
    introspectionUrl: `${issuer}/introspect`,
    userinfoUrl: `${issuer}/userinfo`,
    registrationUrl: `${issuer}/register`,
    jwksUrl: `${issuer}/jwks`,
    clientId: 'native',
    clientType: 'public',
    clientAuthentication: 'none',
    tokenRequestFormat: 'form',
    tokenResponse: { format: 'json', accessTokenPath: 'access_token', errorWith200: false },
    scopes: ['openid', 'read', 'write'],
    scopeSeparator: ' ',
    pkce: { required: true, methods: ['S256'] },
    state: { required: false },
    redirect: { method: 'web', redirectUrl: loopback },
    refresh: { supported: true, rotation: true },
    lifetimes: { accessToken: 3600 },
  };
}

function connectionOf(issuer: string): Connection {
  return { id: 'played', provider: 'mock', title: 'Played', auth: trueAuth(issuer) };
}

/** What the mock does beside what the connection says. */
export interface Deviating {
  faults?: string[];
  behaviours?: Record<string, unknown>;
}

/** The mock as a real server, and the subject file that is true of it where it does not deviate. */
export async function playedConnection(
  t: Pick<TestContext, 'after'>,
  { faults = [], behaviours }: Deviating = {},
): Promise<Subject> {
  const strict = behaviours === undefined;
  const provider = await startMockProvider({
    clients,
    faults,
    ...(strict
      ? {}
      : { profile: { ...profileOfConnection(connectionOf('https://mock.example')), behaviours } }),
  });
  t.after(() => provider.close());
  return {
    version: 1,
    against: ['oauth2.0'],
    connection: connectionOf(provider.issuer),
    server: {
      login: {
        fields: { username: 'alice', password: 'wonderland' },
        submit: 'Sign in',
        approve: 'Allow',
        deny: 'Deny',
      },
      clients: {
        post: {
          clientId: 'post',
          clientSecret: secretOfPost,
          clientAuthentication: 'client_secret_post',
          redirectUrls: ['https://post.example/callback'],
        },
        confidential: {
          clientId: 'confidential',
          clientSecret: 'secret-of-confidential',
          clientAuthentication: 'client_secret_basic',
          redirectUrls: ['https://confidential.example/callback'],
          introspects: true,
        },
      },
    },
    fails: [],
    warns: [],
  };
}
