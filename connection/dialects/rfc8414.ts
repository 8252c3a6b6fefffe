import type { ClientAuthentication, Connection, ConnectionAuth } from '../subject.js';
import { quote } from '../subject-file-error.js';
import type { Dialect } from './dialect.js';
import { entriesOf, Fields } from './fields.js';
import { declared, hostOf, reference } from './names.js';
import type { Statement } from './statement.js';

const members = ['authorization_endpoint', 'token_endpoint', 'device_authorization_endpoint'] as const;

export const rfc8414: Dialect = {
  title: 'authorization server metadata (RFC 8414 or OpenID Connect Discovery)',
  expects: 'a JSON object with issuer, and authorization_endpoint or token_endpoint',
  recognises({ data }) {
    const entries = entriesOf(data);
    return entries?.has('issuer') === true && members.some((name) => entries.has(name));
  },
  read({ data }, statement) {
    const fields = Fields.of(data, '', statement);
    return fields === undefined ? [] : [connectionOf(fields, statement)];
  },
};

function connectionOf(fields: Fields, statement: Statement): Connection {
  const auth = authOf(fields, statement);
  const name = hostOf(auth.issuer ?? auth.authorizationUrl ?? auth.tokenUrl) ?? 'default';
  statement.assume('id, provider, title', `${quote(name)}, the host, since metadata have no such fields`);
  statement.assume(
    'auth.clientId',
    'stands in the environment, since metadata are about the server alone. Register a client, and set the variables',
  );
  statement.lost(
    'redirect',
    'metadata have no redirect URI, which is agreed at registration. Add redirect by hand',
  );
  tellResponseTypes(fields);
  fields.leftover();
  return { id: name, provider: name, title: name, auth };
}

function authOf(fields: Fields, statement: Statement): ConnectionAuth {
  return declared<ConnectionAuth>({
    type: 'oauth',
    issuer: fields.url('issuer'),
    authorizationUrl: fields.url('authorization_endpoint'),
    tokenUrl: fields.url('token_endpoint'),
    revocationUrl: fields.url('revocation_endpoint'),
    introspectionUrl: fields.url('introspection_endpoint'),
    userinfoUrl: fields.url('userinfo_endpoint'),
    registrationUrl: fields.url('registration_endpoint'),
    jwksUrl: fields.url('jwks_uri'),
    pushedAuthorizationRequestUrl: fields.url('pushed_authorization_request_endpoint'),
    deviceAuthorizationUrl: fields.url('device_authorization_endpoint'),
    ...clientOf(fields),
    scopes: noScopes(fields, statement),
    pkce: pkceOf(fields),
    refresh: refreshOf(fields),
  });
}

/** In the order of preference: what every server must have first, what needs a key pair last. */
const methods: readonly ClientAuthentication[] = [
  'client_secret_basic',
  'client_secret_post',
  'none',
  'private_key_jwt',
];

function clientOf(fields: Fields): Partial<ConnectionAuth> {
  const name = 'token_endpoint_auth_methods_supported';
  const offered = fields.texts(name);
  const method =
    offered === undefined ? 'client_secret_basic' : methods.find((known) => offered.includes(known));
  const clientId = reference('CLIENT_ID');
  if (method === undefined) {
    fields.lost(name, 'offers no method that a manifest can declare. Write clientAuthentication by hand');
    return { clientId };
  }
  fields.assume(name, `${method}: ${reasonFor(method, offered)}`);
  if (method === 'none') return { clientId, clientType: 'public', clientAuthentication: method };
  const confidential = { clientId, clientType: 'confidential', clientAuthentication: method } as const;
  return method === 'private_key_jwt'
    ? confidential
    : { ...confidential, clientSecret: reference('CLIENT_SECRET') };
}

function reasonFor(method: ClientAuthentication, offered: readonly string[] | undefined): string {
  if (offered === undefined) return 'the default where metadata name none (RFC 8414 section 2)';
  const others = offered.filter((other) => other !== method).map(quote);
  if (others.length === 0) return 'the only one offered';
  const reason =
    method === 'client_secret_basic'
      ? 'preferred, since every server that issues secrets must support it (RFC 6749 section 2.3.1)'
      : `the first of ${methods.join(', ')} that is offered`;
  const forPublic = offered.includes('none') && method !== 'none';
  const instead = forPublic
    ? '. For a public client write clientType: public and clientAuthentication: none'
    : '';
  return `${reason}. Also offered: ${others.join(', ')}${instead}`;
}

/** What a server offers is more than what one client should ask for (least privilege, RFC 9700 section 2.3). */
function noScopes(fields: Fields, statement: Statement): string[] {
  const offered = fields.texts('scopes_supported');
  if (offered === undefined) {
    statement.assume(
      'auth.scopes',
      'none, since the metadata name none. Write those that your product needs',
    );
    return [];
  }
  fields.lost(
    'scopes_supported',
    `are what the server offers, not what your client should ask for, so scopes is empty. Write those that your product needs into scopes: ${listed(offered)}`,
  );
  return [];
}

function pkceOf(fields: Fields): ConnectionAuth['pkce'] {
  const name = 'code_challenge_methods_supported';
  const offered = fields.texts(name);
  if (offered === undefined) {
    fields.lost(
      name,
      'is absent, which means that the server does not support PKCE (RFC 8414 section 2), so pkce is left out. If it does all the same, write pkce: { methods: [S256] }',
    );
    return undefined;
  }
  const known = ['S256', 'plain'].filter((method) => offered.includes(method));
  const others = offered.filter((method) => !known.includes(method));
  if (others.length > 0) fields.lost(name, `holds ${listed(others)}, and a manifest knows S256 and plain`);
  return known.length === 0 ? undefined : { methods: known };
}

function refreshOf(fields: Fields): ConnectionAuth['refresh'] {
  const name = 'grant_types_supported';
  const offered = fields.texts(name);
  if (offered === undefined) {
    fields.assume(
      name,
      'is absent, which means authorization_code and implicit (RFC 8414 section 2). Many servers refresh all the same, so refresh is left out',
    );
    return undefined;
  }
  if (!offered.includes('authorization_code'))
    fields.lost(
      name,
      'has no authorization_code, and a connection is made with nothing else. It may not work at this server',
    );
  const others = offered.filter((grant) => grant !== 'authorization_code' && grant !== 'refresh_token');
  if (others.length > 0)
    fields.lost(name, `holds ${listed(others)}, and a connection uses authorization_code and refresh_token`);
  return { supported: offered.includes('refresh_token') };
}

function tellResponseTypes(fields: Fields): void {
  const name = 'response_types_supported';
  const offered = fields.texts(name);
  if (offered?.includes('code') === false)
    fields.lost(
      name,
      'has no "code", and a connection is made with nothing else. It may not work at this server',
    );
}

function listed(texts: readonly string[]): string {
  const shown = texts.slice(0, 30).map(quote).join(', ');
  return texts.length > 30 ? `${shown} and ${texts.length - 30} more` : shown;
}
