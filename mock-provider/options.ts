import { isLoopbackHost } from '../connection/loopback.js';
import { type ClientOptions, clientAuthenticationMethods } from './client.js';
import { isPublicKey } from './endpoints/client-metadata.js';
import { grantTypes } from './endpoints/token.js';
import { signingAlgorithms } from './keys.js';
import { OptionError } from './nearest.js';
import type { FurtherTenant, ProviderOptions } from './provider.js';
import { fields, listOf, oneOf, type Shape, text, textLike, truth, wholeNumber } from './shape.js';
import type { TenantOptions } from './tenant.js';

const century = 100 * 365 * 24 * 3600;
const seconds = wholeNumber(0, century, ' of seconds');
const name = textLike(/^[A-Za-z0-9-]{1,64}$/, 'made of letters, digits and "-", at most 64 characters');
const scopeToken = textLike(
  /^[\x21\x23-\x5B\x5D-\x7E]+$/,
  'one scope: visible characters without space, " and \\',
);

/** What the person who runs the mock may register: any absolute URI, that of a deviating product too. */
const redirectUri: Shape = (value, where) => {
  if (
    typeof value === 'string' &&
    /^[\x21-\x7E]+$/.test(value) &&
    !value.includes('#') &&
    URL.canParse(value)
  )
    return;
  throw new OptionError(`${where} must be an absolute URI in ASCII, without fragment`);
};

const publicKey: Shape = (value, where) => {
  if (!isPublicKey(value)) throw new OptionError(`${where} must be a public key as a JWK`);
};

const keySet: Shape = (value, where) => {
  fields('jwks field', { keys: listOf(publicKey) }, ['keys'])(value, where);
};

const clientShape = fields(
  'client field',
  {
    client_id: textLike(/^[\x20-\x7E]+$/, 'printable ASCII (RFC 6749 Appendix A.1)'),
    client_name: text,
    client_secret: textLike(/^[\x20-\x7E]+$/, 'printable ASCII (RFC 6749 Appendix A.2)'),
    token_endpoint_auth_method: oneOf(clientAuthenticationMethods),
    redirect_uris: listOf(redirectUri),
    grant_types: listOf(oneOf(grantTypes)),
    scope: listOf(scopeToken),
    application_type: oneOf(['native', 'web']),
    jwks: keySet,
    require_pkce: truth,
    may_introspect: truth,
  },
  ['client_id'],
  (client, where) => {
    const method = client.token_endpoint_auth_method;
    if (method === 'private_key_jwt' && client.jwks === undefined)
      throw new OptionError(`${where}: private_key_jwt needs jwks`);
    if (
      typeof method === 'string' &&
      method.startsWith('client_secret_') &&
      client.client_secret === undefined &&
      client.jwks === undefined
    )
      throw new OptionError(`${where}: ${method} needs client_secret`);
  },
);

const userShape = fields(
  'user field',
  { sub: text, username: text, password: text, name: text, email: text },
  ['sub', 'username', 'password', 'name', 'email'],
);

/** A list in which no two members share a name. */
function distinct(member: Shape, key: string): Shape {
  return (value, where) => {
    listOf(member)(value, where);
    const names = (value as Record<string, unknown>[]).map((item) => item[key]);
    const twice = names.find((item, index) => names.indexOf(item) !== index);
    if (twice !== undefined) throw new OptionError(`${where}: two have the ${key} "${twice}"`);
  };
}

const httpUrl: Shape = (value, where) => {
  const parsed = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
  const exact = parsed !== undefined && [parsed.href, parsed.href.replace(/\/$/, '')].includes(String(value));
  if (!parsed || !exact || !/^https?:$/.test(parsed.protocol) || /[?#@]/.test(parsed.href))
    throw new OptionError(
      `${where} must be an http or https URL without query, fragment and user, written as URL parsers write it`,
    );
  if (String(value).endsWith('/')) throw new OptionError(`${where} must not end with a slash`);
};

/** A profile that was read from a file was checked when it was read. */
const profile: Shape = (value, where) => {
  if (typeof value !== 'object' || value === null) text(value, where);
};

const tenantFields: Record<keyof TenantOptions, Shape> = {
  name,
  clients: distinct(clientShape, 'client_id'),
  users: distinct(userShape, 'username'),
  scopes: listOf(scopeToken),
  profile,
  faults: listOf(text),
  approval: oneOf(['pages', 'automatic']),
  lifetimes: fields('lifetime', { code: seconds, accessToken: seconds, refreshToken: seconds }),
  signingAlgorithm: oneOf(signingAlgorithms),
  accomplice: httpUrl,
};

const providerFields: Record<keyof ProviderOptions, Shape> = {
  ...tenantFields,
  port: wholeNumber(0, 65_535),
  host: textLike(/^[A-Za-z0-9.:_-]+$/, 'a host name or an IP address without brackets'),
  issuer: httpUrl,
  admin: fields(
    'admin field',
    { token: textLike(/^[\x21-\x7E]{8,}$/, 'at least 8 visible ASCII characters'), exposed: truth },
    ['token'],
  ),
};

const providerShape = fields('option', providerFields);

const tenantShape = fields(
  'option',
  { ...tenantFields, path: truth, port: wholeNumber(0, 65_535), issuer: httpUrl },
  ['name'],
);

/** Throws OptionError in words for the person who wrote the options. */
export function checkProviderOptions(options: ProviderOptions): void {
  providerShape(options, rootName(options));
  const { admin, host = '127.0.0.1' } = options;
  if (admin !== undefined && !admin.exposed && !isLoopbackHost(host)) {
    throw new OptionError(
      `the admin API on host ${host} could be reached from other machines; if you mean that, set admin.exposed`,
    );
  }
}

export function checkTenantOptions(options: unknown): asserts options is FurtherTenant {
  tenantShape(options, rootName(options));
}

export function checkClientOptions(options: unknown): asserts options is ClientOptions {
  clientShape(options, typeof options === 'object' && options !== null ? 'client' : 'the client');
}

/** Fields of the options stand on their own in messages; only what is no object at all needs a name. */
function rootName(options: unknown): string {
  return typeof options === 'object' && options !== null && !Array.isArray(options) ? '' : 'the options';
}
