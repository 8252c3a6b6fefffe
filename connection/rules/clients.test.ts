// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${NAME} is the notation under test.
import { judged } from './testing/judged.js';

const github = {
  authorizationUrl: 'https://github.com/login/oauth/authorize',
  tokenUrl: 'https://github.com/login/oauth/access_token',
};
const notion = { tokenUrl: 'https://api.notion.com/v1/oauth/token' };
const slack = { tokenUrl: 'https://slack.com/api/oauth.v2.access' };
const google = { tokenUrl: 'https://oauth2.googleapis.com/token' };
const x = {
  authorizationUrl: 'https://x.com/i/oauth2/authorize',
  tokenUrl: 'https://api.x.com/2/oauth2/token',
};
const s256 = { pkce: { required: true, methods: ['S256'] } };
const secret = { clientSecret: '${SECRET}' };

judged('pkce-for-public-client', [
  { shows: 'a public client without PKCE', auth: { clientType: 'public' }, at: 'auth.clientType' },
  {
    shows: 'plain alone',
    auth: { clientType: 'public', pkce: { required: true, methods: ['plain'] } },
    at: 'auth.pkce',
  },
  { shows: 'no method', auth: { clientType: 'public', pkce: { methods: [] } }, at: 'auth.pkce' },
  { shows: 'PKCE switched off', auth: { clientType: 'public', pkce: { required: false } }, at: 'auth.pkce' },
  {
    shows: 'a client that does not authenticate',
    auth: { clientAuthentication: 'none' },
    at: 'auth.clientAuthentication',
  },
  { shows: 'S256', auth: { clientType: 'public', ...s256 } },
  { shows: 'a client of which nothing is said', auth: {} },
  { shows: 'PKCE by whatever method', auth: { clientType: 'public', pkce: { required: true } } },
  { shows: 'both methods', auth: { clientType: 'public', pkce: { methods: ['plain', 'S256'] } } },
  { shows: 'a confidential client', auth: { clientType: 'confidential' } },
  {
    shows: 'a device, which is sent no code',
    auth: { clientType: 'public', deviceAuthorizationUrl: 'https://a.example/device' },
  },
  { shows: 'a bridge', auth: { clientType: 'public', bridge: { appId: 'a.b' } } },
]);

judged('pkce-methods', [
  { shows: 'plain alone', auth: { pkce: { methods: ['plain'] } }, at: 'auth.pkce.methods' },
  {
    shows: 'PKCE without a method',
    auth: { pkce: { required: true, methods: [] } },
    at: 'auth.pkce.methods',
  },
  { shows: 'no PKCE', auth: { pkce: { required: false, methods: [] } } },
  { shows: 'S256 and plain', auth: { pkce: { methods: ['plain', 'S256'] } } },
  {
    shows: 'a public client, of which more is demanded',
    auth: { clientType: 'public', pkce: { methods: ['plain'] } },
  },
]);

judged('required-pkce', [
  {
    shows: 'a confidential client without PKCE',
    auth: { ...x, clientType: 'confidential' },
    at: 'auth.pkce',
  },
  { shows: 'PKCE that may be left out', auth: { ...x, pkce: { required: false } }, at: 'auth.pkce.required' },
  { shows: 'PKCE', auth: { ...x, ...s256 } },
  { shows: 'a method', auth: { ...x, pkce: { methods: ['S256'] } } },
  { shows: 'a public client, of which another rule demands it', auth: { ...x, clientType: 'public' } },
  { shows: 'a provider that does not require it', auth: github },
]);

judged('needed-client-secret', [
  { shows: 'a public client', auth: { ...notion, clientType: 'public', ...s256 }, at: 'auth.clientType' },
  { shows: 'a client of which nothing is said', auth: notion, at: 'auth.tokenUrl' },
  {
    shows: 'a client that does not authenticate',
    auth: { ...notion, clientAuthentication: 'none' },
    at: 'auth.tokenUrl',
  },
  {
    shows: 'PKCE instead of the secret',
    auth: { ...github, clientType: 'public', ...s256 },
    at: 'auth.clientType',
  },
  { shows: 'a client without PKCE, where it would do', auth: slack, at: 'auth.tokenUrl' },
  {
    shows: 'a shop, each with a host of its own',
    auth: { tokenUrl: 'https://some-shop.myshopify.com/admin/oauth/access_token' },
    at: 'auth.tokenUrl',
  },
  { shows: 'a client with PKCE, where it does', auth: { ...slack, clientType: 'public', ...s256 } },
  { shows: 'a secret', auth: { ...notion, ...secret } },
  { shows: 'a secret kept elsewhere', auth: { ...notion, clientType: 'confidential' } },
  { shows: 'a method to authenticate', auth: { ...notion, clientAuthentication: 'client_secret_basic' } },
  { shows: 'a secret that people bring', auth: { ...notion, secretNames: ['clientSecret', 'accessToken'] } },
  {
    shows: 'a broker, whatever provider is behind it',
    auth: {
      authorizationUrl: 'https://jingle.cool/oauth/notion/start',
      tokenUrl: 'https://jingle.cool/oauth/notion/token',
      clientType: 'public',
      ...s256,
    },
  },
  {
    shows: 'a backend that exchanges the code',
    auth: { ...github, tokenUrl: 'https://app.example.com/token', clientType: 'public' },
  },
  {
    shows: 'a device grant, which needs none',
    auth: {
      deviceAuthorizationUrl: 'https://github.com/login/device/code',
      tokenUrl: github.tokenUrl,
      clientType: 'public',
    },
  },
  { shows: 'a provider that takes public clients', auth: { ...x, clientType: 'public' } },
  { shows: 'another path of that host', auth: { tokenUrl: 'https://github.com/login/other' } },
  {
    shows: 'a host that only ends so',
    auth: { tokenUrl: 'https://evil-github.com/login/oauth/access_token' },
  },
  { shows: 'another type', auth: { ...notion, type: 'apiKey' } },
]);

judged('public-client-with-secret', [
  { shows: 'a secret', auth: { clientType: 'public', ...secret }, at: 'auth.clientSecret' },
  {
    shows: 'a method to authenticate',
    auth: { clientType: 'public', clientAuthentication: 'client_secret_basic' },
    at: 'auth.clientAuthentication',
  },
  {
    shows: 'a key in every copy',
    auth: { clientType: 'public', clientAuthentication: 'private_key_jwt' },
    at: 'auth.clientAuthentication',
  },
  { shows: 'neither', auth: { clientType: 'public' } },
  { shows: 'none', auth: { clientType: 'public', clientAuthentication: 'none' } },
  { shows: 'a confidential client', auth: { clientType: 'confidential', ...secret } },
  {
    shows: 'a provider that gives one to desktop apps',
    auth: { ...google, clientType: 'public', ...secret },
  },
  {
    shows: 'a secret that is never sent, which another rule judges',
    auth: { clientType: 'public', ...secret, clientAuthentication: 'none' },
  },
]);

judged('confidential-client-authentication', [
  {
    shows: 'a confidential client that does not authenticate',
    auth: { clientType: 'confidential', clientAuthentication: 'none' },
    at: 'auth.clientAuthentication',
  },
  { shows: 'a public one', auth: { clientType: 'public', clientAuthentication: 'none' } },
  {
    shows: 'one that authenticates',
    auth: { clientType: 'confidential', clientAuthentication: 'private_key_jwt' },
  },
  { shows: 'one of which nothing is said', auth: { clientType: 'confidential' } },
]);

judged('unused-client-secret', [
  { shows: 'no authentication', auth: { ...secret, clientAuthentication: 'none' }, at: 'auth.clientSecret' },
  {
    shows: 'no authentication of a public client',
    auth: { ...secret, clientType: 'public', clientAuthentication: 'none' },
    at: 'auth.clientSecret',
  },
  { shows: 'a key', auth: { ...secret, clientAuthentication: 'private_key_jwt' }, at: 'auth.clientSecret' },
  { shows: 'a method that sends it', auth: { ...secret, clientAuthentication: 'client_secret_post' } },
  { shows: 'no method', auth: secret },
  { shows: 'no secret', auth: { clientAuthentication: 'none' } },
  {
    shows: 'a confidential client, which another rule judges',
    auth: { ...secret, clientType: 'confidential', clientAuthentication: 'none' },
  },
]);

judged('provider-client-authentication', [
  {
    shows: 'the body, where the header is read',
    auth: { ...notion, clientAuthentication: 'client_secret_post' },
    at: 'auth.clientAuthentication',
  },
  {
    shows: 'a key, where secrets are read',
    auth: { ...x, clientAuthentication: 'private_key_jwt' },
    at: 'auth.clientAuthentication',
  },
  { shows: 'the method of the provider', auth: { ...notion, clientAuthentication: 'client_secret_basic' } },
  { shows: 'a public client', auth: { ...x, clientAuthentication: 'none' } },
  { shows: 'no method', auth: notion },
  { shows: 'a provider with both', auth: { ...github, clientAuthentication: 'client_secret_post' } },
  { shows: 'a provider that is not known', auth: { clientAuthentication: 'client_secret_post' } },
]);
