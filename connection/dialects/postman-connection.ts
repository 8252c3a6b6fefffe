import type { Connection, ConnectionAuth } from '../subject.js';
import { quote } from '../subject-file-error.js';
import type { Fields } from './fields.js';
import { declared, environmentName, hostOf, reference } from './names.js';
import { ownAuthorizationParameters, ownTokenParameters } from './own-parameters.js';
import { furtherParameters, soleVariable } from './postman-fields.js';
import { redirectOf } from './redirect.js';
import { holdsSecret, isSecretName } from './secrets.js';
import type { Statement } from './statement.js';

/** One authorization as a connection; undefined for a grant that makes none. */
export function postmanConnection(
  fields: Fields,
  collection: string | undefined,
  statement: Statement,
): Connection | undefined {
  const grant = grantOf(fields);
  if (grant === undefined) return undefined;
  const auth = authOf(fields, grant);
  const provider = hostOf(auth.authorizationUrl) ?? hostOf(auth.tokenUrl) ?? 'default';
  statement.assume('id, provider', `${quote(provider)}, the host, since Postman has no such fields`);
  statement.assume('title', collection === undefined ? 'the host too' : 'the name of the collection');
  fields.ignore(reasons);
  if (furtherParameters(fields.take('refreshRequestParams')).length > 0)
    fields.lost(
      'refreshRequestParams',
      'are sent with refresh requests alone, for which a manifest has no field',
    );
  tellDefault(
    fields,
    'addTokenTo',
    'header',
    'puts the access token into URLs, where logs and referrers keep it (RFC 9700 section 4.3.2); it is taken to go into the header',
  );
  tellDefault(
    fields,
    'headerPrefix',
    'Bearer',
    'is another word than Bearer, the one that RFC 6750 has, before the token; a manifest has no field for it',
  );
  fields.leftover();
  return { id: provider, provider, title: collection ?? provider, auth };
}

const reasons: Readonly<Record<string, string>> = {
  state:
    'is one fixed value, and protects only if it is made anew for each flow (RFC 6749 section 10.12), which the client does',
  code_verifier:
    'is one fixed value, and protects only if it is made anew for each flow (RFC 7636 section 4.1), which the client does',
  tokenName: "is a label in Postman's own list of tokens",
  useBrowser: 'is how Postman shows pages',
  accessToken: 'is a token that somebody received; its value is not copied',
  refreshToken: 'is a token that somebody received; its value is not copied',
  username: 'belongs to the password grant',
  password: 'belongs to the password grant; its value is not copied',
};

const refused: ReadonlyMap<string, string> = new Map(
  Object.entries({
    implicit: 'hands tokens out in the URL, which RFC 9700 section 2.1.2 tells servers to give up',
    password_credentials: "hands the user's password to the client, which RFC 9700 section 2.4 forbids",
    client_credentials: 'has no user who connects an account',
  }),
);

type Grant = 'authorization_code' | 'authorization_code_with_pkce';

function grantOf(fields: Fields): Grant | undefined {
  const grant = fields.text('grant_type');
  if (grant === 'authorization_code' || grant === 'authorization_code_with_pkce') return grant;
  if (grant === undefined) {
    fields.assume('grant_type', 'authorization_code, which Postman takes where there is none');
    return 'authorization_code';
  }
  fields.lost(
    'grant_type',
    `is ${quote(grant)}, which ${refused.get(grant) ?? 'is none that is known here'}; a connection is made by authorization code`,
  );
  return undefined;
}

function authOf(fields: Fields, grant: Grant): ConnectionAuth {
  const authorizationUrl = fields.url('authUrl');
  const tokenUrl = fields.url('accessTokenUrl');
  const refreshUrl = fields.url('refreshTokenUrl');
  if (refreshUrl !== undefined)
    fields.assume('refreshTokenUrl', 'means that the server issues refresh tokens');
  return declared<ConnectionAuth>({
    type: 'oauth',
    authorizationUrl,
    tokenUrl,
    refreshUrl: refreshUrl === tokenUrl ? undefined : refreshUrl,
    ...clientOf(fields),
    tokenParams: parametersOf(fields, 'tokenRequestParams', 'request_body', ownTokenParameters),
    ...scopesOf(fields),
    pkce: pkceOf(fields, grant),
    authorizationParams: authorizationParamsOf(fields),
    redirect: redirectFrom(fields),
    refresh: refreshUrl === undefined ? undefined : { supported: true },
  });
}

function clientOf(fields: Fields): Partial<ConnectionAuth> {
  const clientId = clientIdOf(fields);
  const variable = soleVariable(fields.take('clientSecret'));
  const clientSecret = fields.secret('clientSecret', environmentName(variable ?? 'CLIENT_SECRET'));
  const sentIn = fields.text('client_authentication');
  if (clientSecret === undefined) {
    fields.assume('clientSecret', 'there is none, so the client is public');
    return declared<Partial<ConnectionAuth>>({
      clientId,
      clientType: 'public',
      clientAuthentication: 'none',
    });
  }
  if (sentIn !== 'header' && sentIn !== 'body')
    fields.assume('client_authentication', 'header, as Postman does where it is not set');
  return declared<Partial<ConnectionAuth>>({
    clientId,
    clientSecret,
    clientType: 'confidential',
    clientAuthentication: sentIn === 'body' ? 'client_secret_post' : 'client_secret_basic',
  });
}

function clientIdOf(fields: Fields): string | undefined {
  const variable = soleVariable(fields.take('clientId'));
  if (variable === undefined) return fields.clientId('clientId');
  const written = reference(environmentName(variable));
  fields.lost(
    'clientId',
    `its value stands in a Postman environment, not in this file. Put it into the environment, as ${written}`,
  );
  return written;
}

/** Postman sends the text as it was typed. */
function scopesOf(fields: Fields): Partial<ConnectionAuth> {
  const text = fields.text('scope')?.trim();
  if (text === undefined) return { scopes: [] };
  if (/\s/.test(text) || !text.includes(',')) return { scopes: text.split(/\s+/) };
  fields.assume('scope', 'has commas and no spaces, so the comma is taken for the separator');
  return { scopes: text.split(',').filter((scope) => scope !== ''), scopeSeparator: ',' };
}

function pkceOf(fields: Fields, grant: Grant): ConnectionAuth['pkce'] {
  const name = 'challengeAlgorithm';
  const method = fields.text(name);
  const used = grant === 'authorization_code_with_pkce';
  if (method === 'S256' || method === 'plain') {
    if (!used)
      fields.assume(
        name,
        'the server takes this method, though Postman sends no challenge with the grant type authorization_code',
      );
    return { methods: [method] };
  }
  if (method !== undefined) fields.lost(name, `is ${quote(method)}, and a manifest knows S256 and plain`);
  if (!used) return undefined;
  fields.assume(name, 'S256, as Postman does where it is not set');
  return { methods: ['S256'] };
}

function authorizationParamsOf(fields: Fields): Record<string, string> | undefined {
  const further = parametersOf(fields, 'authRequestParams', 'request_url', ownAuthorizationParameters) ?? {};
  const named = ['audience', 'resource'].flatMap((name): [string, string][] => {
    const value = fields.text(name);
    return value === undefined ? [] : [[name, value]];
  });
  const all = [...named, ...Object.entries(further)];
  return all.length === 0 ? undefined : Object.fromEntries(all);
}

/** Those that are switched on, and sent as a manifest can say. */
function parametersOf(
  fields: Fields,
  list: string,
  sentAs: string,
  ours: ReadonlySet<string>,
): Record<string, string> | undefined {
  const pairs = furtherParameters(fields.take(list)).flatMap((parameter): [string, string][] => {
    const { name, value } = parameter;
    const reason = objectionTo(parameter, sentAs, ours);
    if (reason !== undefined) fields.lost(list, `${quote(name)} ${reason}`);
    return reason === undefined ? [[name, String(value)]] : [];
  });
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
}

function objectionTo(
  { name, value, sentAs }: ReturnType<typeof furtherParameters>[number],
  expected: string,
  ours: ReadonlySet<string>,
): string | undefined {
  if (ours.has(name)) return 'is a parameter of the protocol itself, which the client sets anew each time';
  if (isSecretName(name)) return 'is a secret by its name, so its value is not copied';
  if (sentAs !== '' && sentAs !== expected)
    return `is sent as ${quote(sentAs)}, for which a manifest has no field`;
  return typeof value === 'object' || value === undefined ? 'has no value that is text' : undefined;
}

const postmansOwn = /^https:\/\/oauth\.pstmn\.io\//;

function redirectFrom(fields: Fields): ConnectionAuth['redirect'] {
  const uri = fields.text('redirect_uri');
  if (uri === undefined) {
    fields.lost('redirect_uri', 'is absent, so redirect is left out. Write the one of your product');
    return undefined;
  }
  const redirect = holdsSecret(uri) ? undefined : redirectOf(uri);
  if (redirect === undefined)
    fields.lost(
      'redirect_uri',
      'is none of the shapes https://host/path, scheme://path and scheme:/path. Write redirect by hand',
    );
  else if (postmansOwn.test(uri))
    fields.assume(
      'redirect_uri',
      "is carried over as written, but it is Postman's own page. Write the one of your product",
    );
  else if (/\{\{/.test(uri))
    fields.lost(
      'redirect_uri',
      'is carried over as written, but holds a variable whose value is not in this file. Write it in its place',
    );
  return redirect;
}

function tellDefault(fields: Fields, name: string, usual: string, otherwise: string): void {
  const value = fields.text(name);
  if (value !== undefined && value !== usual) fields.lost(name, otherwise);
}
