import { judged } from './testing/judged.js';

judged('shadowed-token-parameter', [
  ...[
    'grant_type',
    'code',
    'redirect_uri',
    'client_id',
    'client_secret',
    'code_verifier',
    'refresh_token',
  ].map((name) => ({ shows: name, auth: { tokenParams: { [name]: 'a' } }, at: `auth.tokenParams.${name}` })),
  {
    shows: "the server's own name for one",
    auth: { parameterNames: { client_id: 'client_key' }, tokenParams: { client_key: 'a' } },
    at: 'auth.tokenParams.client_key',
  },
  { shows: 'further parameters', auth: { tokenParams: { audience: 'a', resource: 'b', expiring: '1' } } },
  { shows: 'a scope, which some servers want here too', auth: { tokenParams: { scope: 'a' } } },
  {
    shows: 'a standard name that this server does not use',
    auth: { parameterNames: { code: 'auth_code' }, tokenParams: { code: 'a' } },
  },
]);

judged('secret-in-authorization-request', [
  ...['client_secret', 'client_assertion', 'code_verifier', 'refresh_token'].map((name) => ({
    shows: name,
    auth: { authorizationParams: { [name]: 'a' } },
    at: `auth.authorizationParams.${name}`,
  })),
  {
    shows: "the server's own name for a secret",
    auth: { parameterNames: { client_secret: 'secret' }, authorizationParams: { secret: 'a' } },
    at: 'auth.authorizationParams.secret',
  },
  { shows: 'further parameters', auth: { authorizationParams: { prompt: 'consent', code_hint: 'a' } } },
  { shows: 'none' },
]);

judged('parameter-names', [
  {
    shows: 'two parameters under one name',
    auth: { parameterNames: { client_id: 'app', client_secret: 'app' } },
    at: 'auth.parameterNames.client_secret',
  },
  {
    shows: 'the name of another parameter',
    auth: { parameterNames: { scope: 'state' } },
    at: 'auth.parameterNames.scope',
  },
  {
    shows: 'a further parameter with the name of a renamed one',
    auth: { parameterNames: { client_id: 'app' }, authorizationParams: { app: 'a' } },
    at: 'auth.authorizationParams.app',
  },
  { shows: 'names of their own', auth: { parameterNames: { client_id: 'appid', client_secret: 'secret' } } },
  { shows: 'two that change places', auth: { parameterNames: { scope: 'state', state: 'scope' } } },
  { shows: 'one name in two requests', auth: { parameterNames: { code: 'proof', refresh_token: 'proof' } } },
  { shows: 'a name that stays', auth: { parameterNames: { scope: 'scope' } } },
  {
    shows: 'a shadowed standard name, which another rule judges',
    auth: { parameterNames: { client_id: 'app' }, authorizationParams: { state: 'a' } },
  },
]);

judged('unknown-parameter-name', [
  {
    shows: 'a name without underscore',
    auth: { parameterNames: { clientId: 'client_key' } },
    at: 'auth.parameterNames.clientId',
  },
  {
    shows: 'the two sides exchanged',
    auth: { parameterNames: { client_key: 'client_id' } },
    at: 'auth.parameterNames.client_key',
  },
  {
    shows: 'a name that means nothing',
    auth: { parameterNames: { xyzzy: 'a' } },
    at: 'auth.parameterNames.xyzzy',
  },
  { shows: 'parameters of requests', auth: { parameterNames: { client_id: 'app_id', code: 'auth_code' } } },
  {
    shows: 'members of responses',
    auth: { parameterNames: { access_token: 'token', expires_in: 'expires' } },
  },
]);

judged('scope-characters', [
  { shows: 'quotes', auth: { scopes: ['read', '"write"'] }, at: 'auth.scopes[1]' },
  { shows: 'a backslash', auth: { scopes: ['a\\b'] }, at: 'auth.scopes[0]' },
  { shows: 'a letter beyond ASCII', auth: { scopes: ['größe'] }, at: 'auth.scopes[0]' },
  { shows: 'a line end', auth: { scopes: ['a\n'] }, at: 'auth.scopes[0]' },
  { shows: 'a URL', auth: { scopes: ['https://www.googleapis.com/auth/drive.file'] } },
  { shows: 'every other sign', auth: { scopes: ["!#$%&'()*+,-./:;<=>?@[]^_`{|}~"] } },
  { shows: 'spaces, which another rule judges', auth: { scopes: ['a b'], scopeSeparator: ',' } },
]);

judged('joined-scopes', [
  { shows: 'commas', auth: { scopes: ['repo,read:user'] }, at: 'auth.scopes[0]' },
  { shows: 'plus signs', auth: { scopes: ['jobs.read+flows.read'] }, at: 'auth.scopes[0]' },
  {
    shows: 'plus signs beside commas',
    auth: { scopes: ['a', 'b+c'], scopeSeparator: ',' },
    at: 'auth.scopes[1]',
  },
  { shows: 'one scope each', auth: { scopes: ['repo', 'read:user', 'https://a.example/b-c'] } },
  {
    shows: 'the declared separator, which another rule judges',
    auth: { scopes: ['a,b'], scopeSeparator: ',' },
  },
  { shows: 'a sign at the end', auth: { scopes: ['c++', 'a+'] } },
  { shows: 'what has other signs as well', auth: { scopes: ['a?b=c,d'] } },
]);

const slack = { authorizationUrl: 'https://slack.com/oauth/v2/authorize' };
judged('scope-separator', [
  { shows: 'the default', auth: { ...slack, scopes: ['a', 'b'] }, at: 'auth.scopeSeparator' },
  {
    shows: 'a token endpoint alone',
    auth: { tokenUrl: 'https://open.tiktokapis.com/v2/oauth/token/', scopes: ['a', 'b'] },
    at: 'auth.scopeSeparator',
  },
  { shows: 'the separator of the provider', auth: { ...slack, scopes: ['a', 'b'], scopeSeparator: ',' } },
  { shows: 'one scope', auth: { ...slack, scopes: ['a'] } },
  { shows: 'a provider that is not known', auth: { scopes: ['a', 'b'] } },
]);

const refresh = { refresh: { supported: true } };
const google = {
  authorizationUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
  clientType: 'confidential' as const,
  ...refresh,
};
const params = (name: string) => `auth.authorizationParams.${name}`;
judged('offline-access', [
  { shows: 'no parameter', auth: google, at: params('access_type') },
  {
    shows: 'another value',
    auth: { ...google, authorizationParams: { access_type: 'online' } },
    at: params('access_type'),
  },
  {
    shows: 'a provider by its issuer',
    auth: { issuer: 'https://accounts.google.com', clientType: 'confidential', ...refresh },
    at: params('access_type'),
  },
  {
    shows: 'a parameter that public clients need too',
    auth: { authorizationUrl: 'https://www.dropbox.com/oauth2/authorize', clientType: 'public', ...refresh },
    at: params('token_access_type'),
  },
  {
    shows: 'the default duration',
    auth: { authorizationUrl: 'https://www.reddit.com/api/v1/authorize', ...refresh },
    at: params('duration'),
  },
  ...[
    'https://auth.atlassian.com/authorize',
    'https://x.com/i/oauth2/authorize',
    'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
    'https://my-org--dev.sandbox.my.salesforce.com/services/oauth2/authorize',
  ].map((authorizationUrl) => ({
    shows: `scopes without it at ${new URL(authorizationUrl).hostname}`,
    auth: { authorizationUrl, scopes: ['read'], ...refresh },
    at: 'auth.scopes',
  })),
  { shows: 'the parameter', auth: { ...google, authorizationParams: { access_type: 'offline' } } },
  {
    shows: 'the parameter in the URL',
    auth: { ...google, authorizationUrl: `${google.authorizationUrl}?access_type=offline` },
  },
  { shows: 'no refresh', auth: { ...google, refresh: { supported: false } } },
  { shows: 'nothing said of refresh', auth: { authorizationUrl: google.authorizationUrl } },
  { shows: 'a desktop app, which gets one always', auth: { ...google, clientType: 'public' } },
  {
    shows: 'one of the scopes that do',
    auth: {
      authorizationUrl: 'https://login.salesforce.com/services/oauth2/authorize',
      scopes: ['api', 'refresh_token'],
      ...refresh,
    },
  },
  {
    shows: 'the scopes of the registration',
    auth: {
      authorizationUrl: 'https://login.salesforce.com/services/oauth2/authorize',
      scopes: [],
      ...refresh,
    },
  },
  {
    shows: 'an older endpoint of the same host',
    auth: {
      authorizationUrl: 'https://login.microsoftonline.com/common/oauth2/authorize',
      scopes: ['read'],
      ...refresh,
    },
  },
]);

const atlassian = { authorizationUrl: 'https://auth.atlassian.com/authorize' };
const apple = { authorizationUrl: 'https://appleid.apple.com/auth/authorize' };
const notion = {
  authorizationUrl: 'https://api.notion.com/v1/oauth/authorize',
  tokenUrl: 'https://api.notion.com/v1/oauth/token',
};
judged('documented-parameters', [
  { shows: 'none of them', auth: atlassian, at: [params('audience'), params('prompt')] },
  {
    shows: 'one that scopes bring about',
    auth: { ...apple, scopes: ['email'] },
    at: params('response_mode'),
  },
  {
    shows: 'a client that could log in',
    auth: { ...notion, clientType: 'confidential' },
    at: params('owner'),
  },
  {
    shows: 'all of them, whatever their values',
    auth: { ...atlassian, authorizationParams: { audience: 'api.atlassian.com', prompt: 'login' } },
  },
  { shows: 'one in the URL', auth: { authorizationUrl: `${notion.authorizationUrl}?owner=user` } },
  { shows: 'scopes that need none', auth: { ...apple, scopes: ['openid'] } },
  { shows: 'a client that lacks a secret anyhow', auth: notion },
  { shows: 'a provider that is not known' },
]);

const discord = { tokenUrl: 'https://discord.com/api/v10/oauth2/token' };
judged('provider-token-request', [
  { shows: 'JSON', auth: { ...discord, tokenRequestFormat: 'json' }, at: 'auth.tokenRequestFormat' },
  { shows: 'a query', auth: { ...discord, tokenRequestFormat: 'query' }, at: 'auth.tokenRequestFormat' },
  { shows: 'a form', auth: { ...discord, tokenRequestFormat: 'form' } },
  { shows: 'the default', auth: discord },
  { shows: 'a provider that takes it', auth: { ...notion, tokenRequestFormat: 'json' } },
]);

const tiktok = { tokenUrl: 'https://open.tiktokapis.com/v2/oauth/token/' };
judged('provider-parameter-names', [
  { shows: 'the standard name', auth: tiktok, at: 'auth.parameterNames.client_id' },
  {
    shows: 'another name',
    auth: { ...tiktok, parameterNames: { client_id: 'app_id' } },
    at: 'auth.parameterNames.client_id',
  },
  { shows: 'the name of the provider', auth: { ...tiktok, parameterNames: { client_id: 'client_key' } } },
  { shows: 'a provider with standard names', auth: discord },
]);
