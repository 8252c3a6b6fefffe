import type { Configuration } from '../../../fixtures/drivers/contract.js';

/** What an authorization request must be, given what the client was told. */
type Told = Pick<Configuration, 'endpoints' | 'clientId' | 'redirectUri' | 'scope' | 'deviations'>;

/** scope-token of RFC 6749 §3.3. */
const scopeToken = /^[\x21\x23-\x5B\x5D-\x7E]+$/;

/** Parameters that RFC 6749, RFC 7636 and OpenID Connect Core §3.1.2.1 ask clients to send. */
const usual = [
  'response_type',
  'client_id',
  'redirect_uri',
  'scope',
  'state',
  'code_challenge',
  'code_challenge_method',
  'nonce',
];

/** Deviations from RFC 6749 §4.1.1 in words; `own` is the query that the endpoint has by itself. */
export function deviationsOf(url: string, told: Told, own: Record<string, string>): string[] {
  const { origin, pathname } = new URL(url);
  const query = standardNames(new URL(url).searchParams, told);
  const endpoint = told.endpoints.authorization.replace(/\?.*$/s, '');
  const expected = { response_type: 'code', client_id: told.clientId, ...own };
  const wrong = Object.entries(expected).filter(([name, value]) => query.get(name) !== value);
  return [
    ...(`${origin}${pathname}` === endpoint ? [] : [`sent to ${origin}${pathname}`]),
    ...wrong.map(([name, value]) => `${name} is ${shown(query.get(name))} instead of ${value}`),
    ...redirectUriDeviation(query, told),
    ...scopeDeviation(query, told),
    ...repeatedIn(query).map((name) => `${name} comes more than once`),
    ...(url.includes('#') ? ['a fragment'] : []),
  ];
}

/** Scopes and parameters beyond those that the client needs: allowed, and worth telling. */
export function furtherIn(url: string, told: Told): string[] {
  const query = standardNames(new URL(url).searchParams, told);
  const separator = told.deviations?.scopeSeparator ?? ' ';
  const scopes = (query.get('scope') ?? '').split(separator).filter((scope) => !told.scope.includes(scope));
  const known = new Set([...usual, 'tenant', ...Object.keys(told.deviations?.authorizationParams ?? {})]);
  const names = [...new Set(query.keys())].filter((name) => !known.has(name));
  return [...scopes.filter((scope) => scope !== '').map((scope) => `scope ${scope}`), ...names];
}

/** What came under the names that the client was told of, by the names of the RFCs. */
function standardNames(query: URLSearchParams, { deviations }: Told): URLSearchParams {
  const names = Object.entries(deviations?.parameterNames ?? {});
  const standard = (own: string) => names.find(([, name]) => name === own)?.[0] ?? own;
  return new URLSearchParams([...query].map(([name, value]): [string, string] => [standard(name), value]));
}

function repeatedIn(query: URLSearchParams): string[] {
  // RFC 8707 §2 lets resource be repeated.
  return [...new Set(query.keys())].filter((name) => name !== 'resource' && query.getAll(name).length > 1);
}

/** One is registered, so it may be left out, but not with openid (OpenID Connect Core §3.1.2.1). */
function redirectUriDeviation(query: URLSearchParams, { redirectUri }: Told): string[] {
  const sent = query.get('redirect_uri');
  if (sent === null) {
    const openid = (query.get('scope') ?? '').split(' ').includes('openid');
    return openid ? ['no redirect_uri, though openid is asked for'] : [];
  }
  return withoutPort(sent) === withoutPort(redirectUri)
    ? []
    : [`redirect_uri is ${shown(sent)} instead of ${redirectUri}`];
}

/** On loopback any port will do (RFC 8252 §7.3). */
function withoutPort(uri: string): string {
  return uri.replace(/^(http:\/\/(?:127\.0\.0\.1|\[::1\]|localhost)):\d+(?=[/?]|$)/, '$1');
}

/** Delimited by single spaces, but where the client was told of another separator. */
function scopeDeviation(query: URLSearchParams, { scope: configured, deviations }: Told): string[] {
  const scope = query.get('scope');
  if (scope === null) return configured.length === 0 ? [] : ['no scope'];
  const { scopeSeparator: separator = ' ' } = deviations ?? {};
  const listed = scope.split(separator);
  if (!listed.every((one) => scopeToken.test(one)))
    return [
      `scope ${shown(scope)} is no list delimited by single ${separator === ' ' ? 'spaces' : `"${separator}"`}`,
    ];
  const missing = configured.filter((one) => !listed.includes(one));
  return missing.length === 0 ? [] : [`scope ${shown(scope)} lacks ${missing.join(' and ')}`];
}

const shown = (value: string | null) => (value === null ? 'missing' : JSON.stringify(value.slice(0, 100)));
