// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${NAME} is the notation under test.
import { judged, web } from './testing/judged.js';

const flow = { authorizationUrl: 'https://a.example/authorize', tokenUrl: 'https://a.example/token' };
const secret = { clientSecret: '${SECRET}' };

judged('bridge-app-id', [
  { shows: 'a single word', auth: { bridge: { appId: 'dashboard' } }, at: 'auth.bridge.appId' },
  { shows: 'a URL', auth: { bridge: { appId: 'https://example.com' } }, at: 'auth.bridge.appId' },
  { shows: 'a blank', auth: { bridge: { appId: 'com example' } }, at: 'auth.bridge.appId' },
  { shows: 'an empty part', auth: { bridge: { appId: 'com..app' } }, at: 'auth.bridge.appId' },
  { shows: 'a reverse domain name', auth: { bridge: { appId: 'com.yourcompany.your-app' } } },
  { shows: 'no bridge' },
]);

const appId = 'com.example.app';
const providerUrl = 'https://accounts.google.com';
judged('bridge-target', [
  { shows: 'neither', auth: { bridge: { appId } }, at: 'auth.bridge' },
  {
    shows: 'both',
    auth: { bridge: { appId, providerUrl, integrationId: 'int_1' } },
    at: 'auth.bridge.integrationId',
  },
  { shows: 'a provider', auth: { bridge: { appId, providerUrl } } },
  { shows: 'an integration', auth: { bridge: { appId, integrationId: 'int_1' } } },
  { shows: 'no bridge' },
]);

judged('bridge-provider-url', [
  ...['accounts.google.com', 'http://accounts.google.com', 'ftp://a.example', `${providerUrl}?a=b`].map(
    (url) => ({
      shows: url,
      auth: { bridge: { appId, providerUrl: url } },
      at: 'auth.bridge.providerUrl',
    }),
  ),
  {
    shows: 'a user',
    auth: { bridge: { appId, providerUrl: 'https://a@b.example' } },
    at: 'auth.bridge.providerUrl',
  },
  { shows: 'an issuer', auth: { bridge: { appId, providerUrl } } },
  {
    shows: 'a slash at the end, which is information',
    auth: { bridge: { appId, providerUrl: `${providerUrl}/` } },
  },
  { shows: 'a platform on this machine', auth: { bridge: { appId, providerUrl: 'http://127.0.0.1:9000' } } },
  { shows: 'an integration', auth: { bridge: { appId, integrationId: 'int_1' } } },
]);

judged('bridge-fields', [
  { shows: 'a secret', auth: { bridge: { appId, providerUrl }, ...secret }, at: 'auth.clientSecret' },
  {
    shows: 'a flow of its own',
    auth: { bridge: { appId, providerUrl }, ...flow, ...web('https://a.example') },
    at: 'auth.authorizationUrl',
  },
  { shows: 'scopes and places', auth: { bridge: { appId, providerUrl }, scopes: ['a'], secretNames: [] } },
  { shows: 'no bridge', auth: { ...flow, ...secret } },
]);
