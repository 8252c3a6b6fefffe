import type { ConnectionRule } from './rule.js';

export const refreshTokenStorage: ConnectionRule = {
  level: 'error',
  demands: 'Where refresh is supported, secretNames has a place for the refresh token.',
  check({ auth }) {
    const { refresh, secretNames } = auth;
    if (refresh?.supported !== true || secretNames === undefined) return [];
    if (secretNames.some((name) => /refresh/i.test(name))) return [];
    return [
      {
        path: ['auth', 'secretNames'],
        what: `has no place for the refresh token that refresh.supported promises`,
        why: 'the first access token that expires would send people through the login again',
        instead: 'Add refreshToken to secretNames, or write refresh: { supported: false }',
      },
    ];
  },
};
