// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${NAME} is the notation under test.
import { appUri, judged } from './testing/judged.js';

const authorizationUrl = 'https://login.example.com/authorize';
const tokenUrl = 'https://login.example.com/token';
const issuer = 'https://login.example.com';

judged('endpoints-missing', [
  { shows: 'nothing but a client', auth: { clientId: 'a' }, at: 'auth' },
  { shows: 'no token endpoint', auth: { authorizationUrl }, at: 'auth' },
  { shows: 'no authorization endpoint', auth: { tokenUrl }, at: 'auth' },
  {
    shows: 'a redirect from nowhere',
    auth: { tokenUrl, clientType: 'confidential', ...appUri('a.b') },
    at: 'auth',
  },
  { shows: 'an issuer', auth: { issuer } },
  { shows: 'the mock in the place of the provider', surroundings: { playedByMock: true } },
  { shows: 'both endpoints', auth: { authorizationUrl, tokenUrl } },
  { shows: 'a device grant', auth: { deviceAuthorizationUrl: 'https://login.example.com/device', tokenUrl } },
  { shows: 'a client that acts for itself', auth: { tokenUrl, clientType: 'confidential' } },
  { shows: 'a bridge', auth: { bridge: { appId: 'a.b' } } },
  { shows: 'another type', auth: { type: 'apiKey' } },
]);

judged('client-id-missing', [
  { shows: 'endpoints alone', auth: { authorizationUrl, tokenUrl }, at: 'auth.clientId' },
  { shows: 'a client id', auth: { authorizationUrl, tokenUrl, clientId: '${CLIENT_ID}' } },
  { shows: 'a registration endpoint', auth: { registrationUrl: 'https://login.example.com/register' } },
  { shows: 'an issuer, whose metadata may have one', auth: { issuer } },
  { shows: 'a bridge', auth: { bridge: { appId: 'a.b' } } },
  { shows: 'another type', auth: { type: 'none' } },
]);

judged('issuer-is-metadata-url', [
  {
    shows: 'the address of RFC 8414',
    auth: { issuer: 'https://login.example.com/.well-known/oauth-authorization-server/tenant' },
    at: 'auth.issuer',
  },
  {
    shows: 'the address of OpenID Connect Discovery',
    auth: { issuer: 'https://login.example.com/tenant/.well-known/openid-configuration' },
    at: 'auth.issuer',
  },
  { shows: 'an issuer with a path', auth: { issuer: 'https://login.example.com/tenant' } },
  { shows: 'a path that only sounds like it', auth: { issuer: 'https://login.example.com/well-known/a' } },
  { shows: 'no issuer' },
]);

judged('issuer-trailing-slash', [
  { shows: 'a slash after the host', auth: { issuer: `${issuer}/` }, at: 'auth.issuer' },
  { shows: 'a slash after a path', auth: { issuer: `${issuer}/tenant/` }, at: 'auth.issuer' },
  {
    shows: 'a bridge to a provider with a slash',
    auth: { bridge: { appId: 'a.b', providerUrl: 'https://accounts.google.com/' } },
    at: 'auth.bridge.providerUrl',
  },
  { shows: 'no slash', auth: { issuer } },
  { shows: 'the address of metadata, which is worse', auth: { issuer: `${issuer}/.well-known/a/` } },
]);

judged('swapped-endpoints', [
  {
    shows: 'each at the place of the other',
    auth: { authorizationUrl: tokenUrl, tokenUrl: authorizationUrl },
    at: 'auth.authorizationUrl',
  },
  {
    shows: 'other names for them',
    auth: {
      authorizationUrl: 'https://login.example.com/access_token/',
      tokenUrl: 'https://login.example.com/oauth/auth?a=b',
    },
    at: 'auth.authorizationUrl',
  },
  { shows: 'the right order', auth: { authorizationUrl, tokenUrl } },
  {
    shows: 'one odd name',
    auth: { authorizationUrl: 'https://a.example/token', tokenUrl: 'https://a.example/t' },
  },
  { shows: 'an issuer alone', auth: { issuer } },
]);

judged('same-endpoint', [
  { shows: 'one address twice', auth: { authorizationUrl, tokenUrl: authorizationUrl }, at: 'auth.tokenUrl' },
  {
    shows: 'the same address in another spelling',
    auth: { authorizationUrl, tokenUrl: 'https://LOGIN.example.com:443/authorize' },
    at: 'auth.tokenUrl',
  },
  {
    shows: 'one path that a query divides',
    auth: { authorizationUrl, tokenUrl: `${authorizationUrl}?op=token` },
  },
  { shows: 'two addresses', auth: { authorizationUrl, tokenUrl } },
  { shows: 'neither', auth: {} },
]);

judged('placeholder', [
  { shows: 'braces in a host', auth: { tokenUrl: 'https://{shop}.example.com/token' }, at: 'auth.tokenUrl' },
  { shows: 'angle brackets', auth: { clientId: '<your-api-key>' }, at: 'auth.clientId' },
  { shows: 'a name in capitals', auth: { clientId: 'YOUR_CLIENT_ID' }, at: 'auth.clientId' },
  { shows: 'a host of yours', auth: { issuer: 'https://your-tenant.example.com' }, at: 'auth.issuer' },
  {
    shows: 'braces in a callback path',
    auth: appUri('a.b', '/callback/{id}'),
    at: 'auth.redirect.callbackPath',
  },
  { shows: 'a variable of the environment', auth: { clientId: '${CLIENT_ID}' } },
  { shows: 'a path that speaks to people', auth: { issuer: 'https://example.com/your-account/login' } },
  { shows: 'an example of an id', auth: { clientId: 'client-id' } },
  { shows: 'your as part of a name', auth: { clientId: 'yourapp', tokenUrl: 'https://yours.example/token' } },
]);

judged('protocol-parameter-in-url', [
  {
    shows: 'a parameter that the client sends',
    auth: { authorizationUrl: `${authorizationUrl}?prompt=login&client_id=a` },
    at: 'auth.authorizationUrl',
  },
  {
    shows: 'a secret in the front channel',
    auth: { authorizationUrl: `${authorizationUrl}?client_secret=a` },
    at: 'auth.authorizationUrl',
  },
  { shows: 'a grant type', auth: { tokenUrl: `${tokenUrl}?grant_type=a` }, at: 'auth.tokenUrl' },
  { shows: 'a refresh token', auth: { refreshUrl: `${tokenUrl}?refresh_token=a` }, at: 'auth.refreshUrl' },
  {
    shows: "the server's own name for one",
    auth: { parameterNames: { client_id: 'app' }, authorizationUrl: `${authorizationUrl}?app=a` },
    at: 'auth.authorizationUrl',
  },
  { shows: 'a tenant', auth: { authorizationUrl: `${authorizationUrl}?p=a`, tokenUrl: `${tokenUrl}?p=a` } },
  { shows: 'a name within a value', auth: { authorizationUrl: `${authorizationUrl}?a=client_id` } },
  {
    shows: 'a standard name that this server does not use',
    auth: { parameterNames: { state: 'st' }, authorizationUrl: `${authorizationUrl}?state=CA` },
  },
]);

judged('authorization-url-query', [
  {
    shows: 'a further parameter',
    auth: { authorizationUrl: `${authorizationUrl}?prompt=consent` },
    at: 'auth.authorizationUrl',
  },
  { shows: 'no query', auth: { authorizationUrl } },
  { shows: 'an empty query', auth: { authorizationUrl: `${authorizationUrl}?` } },
  { shows: 'a query of the token endpoint', auth: { authorizationUrl, tokenUrl: `${tokenUrl}?p=a` } },
  { shows: 'what another rule calls an error', auth: { authorizationUrl: `${authorizationUrl}?state=a` } },
]);

judged('endpoint-domains', [
  {
    shows: 'two domains',
    auth: { authorizationUrl, tokenUrl: 'https://example.org/token' },
    at: 'auth.tokenUrl',
  },
  {
    shows: 'two domains under a public suffix',
    auth: { authorizationUrl: 'https://a.co.uk/authorize', tokenUrl: 'https://b.co.uk/token' },
    at: 'auth.tokenUrl',
  },
  {
    shows: 'two tenants of a host that anyone can be',
    auth: { authorizationUrl: 'https://a.github.io/authorize', tokenUrl: 'https://b.github.io/token' },
    at: 'auth.tokenUrl',
  },
  {
    shows: 'a backend that adds the secret',
    auth: {
      authorizationUrl: 'https://github.com/login/oauth/authorize',
      tokenUrl: 'https://app.example.com/token',
    },
    at: 'auth.tokenUrl',
  },
  {
    shows: 'an address and a domain',
    auth: { authorizationUrl, tokenUrl: 'http://127.0.0.1:9/token' },
    at: 'auth.tokenUrl',
  },
  { shows: 'one host', auth: { authorizationUrl, tokenUrl } },
  { shows: 'two hosts of one domain', auth: { authorizationUrl, tokenUrl: 'https://api.example.com/token' } },
  {
    shows: 'two domains of a provider that is known',
    auth: {
      authorizationUrl: 'https://app.hubspot.com/oauth/authorize',
      tokenUrl: 'https://api.hubapi.com/oauth/v1/token',
    },
  },
  { shows: 'an issuer alone', auth: { issuer } },
]);

judged('oauth-fields', [
  { shows: 'a flow of type apiKey', auth: { type: 'apiKey', tokenUrl }, at: 'auth.type' },
  { shows: 'a redirect of type none', auth: { type: 'none', ...appUri('a.b') }, at: 'auth.type' },
  { shows: 'a flow of type oauth', auth: { authorizationUrl, tokenUrl } },
  {
    shows: 'what tells of a personal access token',
    auth: { type: 'personalAccessToken', scopes: ['repo'], lifetimes: { accessToken: 1 } },
  },
]);
