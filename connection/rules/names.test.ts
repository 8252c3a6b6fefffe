import { connectionWith, judged } from './testing/judged.js';

const access = { secretNames: ['accessToken'] };

judged('duplicate-id', [
  {
    shows: 'the id of an earlier connection',
    surroundings: { connections: [connectionWith({})] },
    at: 'id',
  },
  { shows: 'an id of its own', surroundings: { connections: [connectionWith({}, { id: 'other' })] } },
]);

judged('blank-text', [
  { shows: 'a blank id', connection: { id: ' ' }, at: 'id' },
  { shows: 'a blank provider', connection: { provider: '\t' }, at: 'provider' },
  { shows: 'a blank title', connection: { title: ' ' }, at: 'title' },
  { shows: 'an empty title in one language', connection: { title: { en: 'A', de: '' } }, at: 'title.de' },
  { shows: 'a title in no language', connection: { title: {} }, at: 'title' },
  { shows: 'a blank guide', connection: { connectGuide: '  ' }, at: 'connectGuide' },
  { shows: 'a blank client id', auth: { clientId: ' ' }, at: 'auth.clientId' },
  { shows: 'a blank secret name', auth: { secretNames: ['a', ' '] }, at: 'auth.secretNames[1]' },
  {
    shows: 'a blank preference name',
    connection: { publicPreferenceNames: [' '] },
    at: 'publicPreferenceNames[0]',
  },
  {
    shows: 'a blank callback path',
    auth: { redirect: { method: 'app-scheme', scheme: 'a.b', callbackPath: ' ' } },
    at: 'auth.redirect.callbackPath',
  },
  { shows: 'titles by language, and no optional text', connection: { title: { en: 'A', zh_Hans: 'B' } } },
]);

judged('secret-names', [
  { shows: 'a secret of type none', auth: { type: 'none', ...access }, at: 'auth.secretNames' },
  { shows: 'a flow with nowhere to store', auth: { secretNames: [] }, at: 'auth.secretNames' },
  { shows: 'a key with nowhere to store', auth: { type: 'apiKey', secretNames: [] }, at: 'auth.secretNames' },
  { shows: 'one name twice', auth: { secretNames: ['a', 'b', 'a'] }, at: 'auth.secretNames[2]' },
  { shows: 'nothing of type none', auth: { type: 'none', secretNames: [] } },
  { shows: 'names that are left out', auth: {} },
  { shows: 'a bridge, whose platform stores', auth: { bridge: { appId: 'a.b' }, secretNames: [] } },
  { shows: 'two names', auth: { secretNames: ['accessToken', 'refreshToken'] } },
]);

judged('public-secret-name', [
  {
    shows: 'a secret among the public names',
    connection: { publicPreferenceNames: ['workspace', 'accessToken'] },
    auth: access,
    at: 'publicPreferenceNames[1]',
  },
  { shows: 'other names', connection: { publicPreferenceNames: ['accesstoken'] }, auth: access },
  { shows: 'public names without any secret', connection: { publicPreferenceNames: ['a'] } },
]);

judged('password-preference', [
  {
    shows: 'a password in the settings',
    surroundings: {
      preferences: [
        { name: 'a', type: 'textfield' },
        { name: 'b', type: 'password' },
      ],
    },
    at: 'preferences[1].type',
  },
  {
    shows: 'a preference of another type',
    surroundings: { preferences: [{ name: 'password', type: 'textfield' }] },
  },
  { shows: 'a preference without type', surroundings: { preferences: [{ name: 'password' }] } },
]);

judged('preference-reuses-secret-name', [
  {
    shows: 'a preference with the name of a secret',
    auth: access,
    surroundings: { preferences: [{ name: 'workspace' }, { name: 'accessToken' }] },
    at: 'preferences[1].name',
  },
  {
    shows: 'a preference with the name of a secret of another connection',
    surroundings: {
      preferences: [{ name: 'accessToken' }],
      connections: [connectionWith(access, { id: 'b' })],
    },
    at: 'preferences[0].name',
  },
  { shows: 'other names', auth: access, surroundings: { preferences: [{ name: 'workspace' }] } },
]);

judged('capability-connection', [
  {
    shows: 'the id of no connection',
    surroundings: { capabilityConnectionId: 'github' },
    at: 'aiCapability.connectionId',
  },
  { shows: 'the id of the connection', surroundings: { capabilityConnectionId: 'default' } },
  {
    shows: 'the id of another connection in the file',
    surroundings: { capabilityConnectionId: 'b', connections: [connectionWith({}, { id: 'b' })] },
  },
  { shows: 'a product without the capability' },
]);

const jwt = 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.c2lnbmF0dXJlMTIz';
judged('pasted-token', [
  {
    shows: 'a token in the guide',
    connection: { connectGuide: 'Use gho_Example0Example0Example0.' },
    at: 'connectGuide',
  },
  {
    shows: 'a token as client id',
    auth: { clientId: 'xoxb-1234-1234-example0example0' },
    at: 'auth.clientId',
  },
  { shows: 'a signed JWT', auth: { tokenParams: { audience: jwt } }, at: 'auth.tokenParams.audience' },
  {
    shows: 'a private key',
    connection: { connectGuide: '-----BEGIN EC PRIVATE KEY-----\nMHc' },
    at: 'connectGuide',
  },
  {
    shows: 'a prefix that is only mentioned',
    connection: { connectGuide: 'Tokens begin with gho_ or ghu_.' },
  },
  { shows: 'a shortened example', connection: { connectGuide: 'Paste it (gho_abc…).' } },
  { shows: 'a prefix within a word', auth: { clientId: 'longho_abcdefghijklmnopqrst' } },
  {
    shows: 'a client secret, which another rule judges',
    auth: { clientSecret: 'shpat_0123456789abcdef0123' },
  },
]);

judged('refresh-token-storage', [
  {
    shows: 'a place for the access token alone',
    auth: { refresh: { supported: true }, ...access },
    at: 'auth.secretNames',
  },
  {
    shows: 'places for an access token and a client secret',
    auth: { refresh: { supported: true }, secretNames: ['github_access_token', 'clientSecret'] },
    at: 'auth.secretNames',
  },
  { shows: 'no refresh', auth: { refresh: { supported: false }, ...access } },
  {
    shows: 'a place for the refresh token',
    auth: { refresh: { supported: true }, secretNames: ['accessToken', 'refresh-token'] },
  },
  {
    shows: 'one place for the token set',
    auth: { refresh: { supported: true }, secretNames: ['github-oauth-token'] },
  },
  {
    shows: 'a token set by its name',
    auth: { refresh: { supported: true }, secretNames: ['accessTokenSet'] },
  },
  {
    shows: 'a bridge, whose platform refreshes',
    auth: { refresh: { supported: true }, ...access, bridge: { appId: 'a.b' } },
  },
]);
