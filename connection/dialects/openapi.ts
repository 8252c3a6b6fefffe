import type { Connection, ConnectionAuth } from '../subject.js';
import { quote } from '../subject-file-error.js';
import type { Dialect } from './dialect.js';
import { entriesOf, type Fields } from './fields.js';
import { declared, environmentName, hostOf, reference } from './names.js';
import { schemesOf } from './openapi-schemes.js';
import type { Statement } from './statement.js';

export const openapi: Dialect = {
  title: 'the oauth2 security schemes of an OpenAPI document',
  expects:
    'an OpenAPI 3 or Swagger 2 document (openapi: or swagger: at the top) with a security scheme of type oauth2 and the authorization code flow, in YAML or JSON',
  recognises({ data }) {
    const entries = entriesOf(data);
    return entries?.has('openapi') === true || entries?.has('swagger') === true;
  },
  read({ data }, statement) {
    const schemes = schemesOf(data, statement);
    const title = entriesOf(entriesOf(data)?.get('info')?.value)?.get('title')?.value;
    return schemes.flatMap(({ name, scheme, path }) => {
      const said = schemes.length === 1 ? statement : statement.of(name);
      const flow = codeFlow(scheme, path, said);
      if (flow === undefined) return [];
      const variable = schemes.length === 1 ? 'CLIENT_ID' : environmentName(name, 'CLIENT_ID');
      return [connectionOf(name, typeof title === 'string' ? title : name, flow, variable, said)];
    });
  },
};

const refused = {
  implicit:
    'hands tokens out in the URL, which RFC 9700 section 2.1.2 tells servers to give up; a connection is made by authorization code',
  password: "hands the user's password to the client, which RFC 9700 section 2.4 forbids",
  clientCredentials: 'has no user who connects an account',
  application: 'has no user who connects an account',
  deviceAuthorization: 'has no redirect; a connection is made by authorization code',
  accessCode: 'is the name of Swagger 2; OpenAPI 3 says authorizationCode',
};

/** OpenAPI 3 has flows by name, Swagger 2 one flow in the scheme itself. */
function codeFlow(scheme: Fields, path: string, statement: Statement): Fields | undefined {
  scheme.take('type');
  scheme.ignore({
    description:
      'describes the scheme to readers of the API; a manifest has connectGuide for people who connect',
    oauth2MetadataUrl: 'is the address of metadata. Fetch them, and import that file too',
  });
  if (scheme.names().includes('flow')) {
    const flow = scheme.text('flow');
    if (flow === 'accessCode') return scheme;
    const reason = new Map<string | undefined, string>(Object.entries(refused)).get(flow);
    if (flow !== undefined)
      scheme.lost('flow', `is ${quote(flow)}, which ${reason ?? 'is none that Swagger 2 has'}`);
    return undefined;
  }
  const flows = scheme.object('flows');
  const flow = flows?.object('authorizationCode');
  flows?.ignore(refused);
  flows?.leftover('is no flow that is known here');
  scheme.leftover();
  if (flow === undefined)
    statement.lost(`${path}.flows.authorizationCode`, 'is absent, so this scheme makes no connection');
  return flow;
}

function connectionOf(
  id: string,
  title: string,
  flow: Fields,
  variable: string,
  statement: Statement,
): Connection {
  const authorizationUrl = flow.url('authorizationUrl');
  const tokenUrl = flow.url('tokenUrl');
  const refreshUrl = flow.url('refreshUrl');
  const provider = hostOf(authorizationUrl) ?? hostOf(tokenUrl) ?? id;
  statement.assume('id', 'the name of the security scheme');
  statement.assume('provider', `${quote(provider)}, the host, since OpenAPI has no field for it`);
  statement.assume('title', 'the title of the API');
  statement.assume(
    'auth.clientId',
    `stands in the environment as ${reference(variable)}, since OpenAPI is about the API alone`,
  );
  statement.lost(
    'client type and authentication, PKCE, redirect',
    `OpenAPI has no field for them. Add clientType, clientAuthentication, clientSecret: ${reference('CLIENT_SECRET')}, pkce and redirect by hand`,
  );
  if (refreshUrl !== undefined) flow.assume('refreshUrl', 'means that the server issues refresh tokens');
  const auth = declared<ConnectionAuth>({
    type: 'oauth',
    authorizationUrl,
    tokenUrl,
    refreshUrl,
    clientId: reference(variable),
    scopes: scopesOf(flow),
    refresh: refreshUrl === undefined ? undefined : { supported: true },
  });
  flow.leftover();
  return { id, provider, title, auth };
}

function scopesOf(flow: Fields): string[] | undefined {
  const entries = entriesOf(flow.take('scopes'));
  if (entries === undefined) {
    flow.lost(
      'scopes',
      'is no object of scopes and descriptions, so scopes is left out. Write those that your product needs',
    );
    return undefined;
  }
  const scopes = [...entries.keys()].filter((name) => !name.startsWith('x-'));
  if (scopes.length > 0)
    flow.assume(
      'scopes',
      'all that the scheme lists are asked for. Remove those that your product does not need; their descriptions have no counterpart in a manifest',
    );
  return scopes;
}
