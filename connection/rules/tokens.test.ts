import { judged } from './testing/judged.js';

const slack = { tokenUrl: 'https://slack.com/api/oauth.v2.access' };

judged('error-status', [
  { shows: 'nothing said', auth: slack, at: 'auth.tokenResponse.errorWith200' },
  {
    shows: 'the contrary',
    auth: { ...slack, tokenResponse: { errorWith200: false } },
    at: 'auth.tokenResponse.errorWith200',
  },
  { shows: 'the fact', auth: { ...slack, tokenResponse: { errorWith200: true } } },
  { shows: 'a provider that is not known', auth: { tokenUrl: 'https://login.example.com/token' } },
]);

const at = 'auth.tokenResponse.accessTokenPath';
judged('access-token-path', [
  ...['a..b', '.a', 'a.', 'a. .b', ' '].map((accessTokenPath) => ({
    shows: `"${accessTokenPath}"`,
    auth: { tokenResponse: { accessTokenPath } },
    at,
  })),
  { shows: 'steps within a form', auth: { tokenResponse: { format: 'form', accessTokenPath: 'a.b' } }, at },
  {
    shows: 'steps',
    auth: { tokenResponse: { format: 'json', accessTokenPath: 'authed_user.access_token' } },
  },
  { shows: 'a member of a form', auth: { tokenResponse: { format: 'form', accessTokenPath: 'token' } } },
  { shows: 'no path', auth: { tokenResponse: {} } },
]);

judged('refresh-contradiction', [
  {
    shows: 'rotation of what there is not',
    auth: { refresh: { supported: false, rotation: true } },
    at: 'auth.refresh.rotation',
  },
  { shows: 'rotation alone', auth: { refresh: { rotation: true } }, at: 'auth.refresh.rotation' },
  { shows: 'a lifetime alone', auth: { lifetimes: { refreshToken: 60 } }, at: 'auth.lifetimes.refreshToken' },
  {
    shows: 'an endpoint and a lifetime without refresh',
    auth: {
      refresh: { supported: false },
      refreshUrl: 'https://login.example.com/refresh',
      lifetimes: { refreshToken: 60 },
    },
    at: ['auth.lifetimes.refreshToken', 'auth.refreshUrl'],
  },
  {
    shows: 'rotation',
    auth: { refresh: { supported: true, rotation: true }, lifetimes: { refreshToken: 60 } },
  },
  { shows: 'no rotation of nothing', auth: { refresh: { supported: false, rotation: false } } },
  { shows: 'a lifetime of access tokens', auth: { lifetimes: { accessToken: 60 } } },
]);

judged('lifetime-order', [
  {
    shows: 'a refresh token that dies first',
    auth: { lifetimes: { accessToken: 3600, refreshToken: 60 } },
    at: 'auth.lifetimes.refreshToken',
  },
  { shows: 'one that lives on', auth: { lifetimes: { accessToken: 60, refreshToken: 3600 } } },
  { shows: 'one that lives as long', auth: { lifetimes: { accessToken: 60, refreshToken: 60 } } },
  { shows: 'one of the two', auth: { lifetimes: { refreshToken: 1 } } },
]);

judged('code-lifetime', [
  { shows: 'a day', auth: { lifetimes: { code: 86400 } }, at: 'auth.lifetimes.code' },
  { shows: 'ten minutes', auth: { lifetimes: { code: 600 } } },
  { shows: 'no lifetimes' },
]);
