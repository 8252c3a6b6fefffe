import type { ConnectionRule } from './rule.js';

export const refreshTokenStorage: ConnectionRule = {
  level: 'error',
  demands: 'Where refresh is supported, secretNames has a place for the refresh token.',
  remedy: 'Add refreshToken to secretNames, or write refresh: { supported: false }.',
  check({ auth: { refresh, secretNames, bridge } }) {
    // The platform behind a bridge keeps refresh tokens to itself.
    if (refresh?.supported !== true || secretNames === undefined || bridge !== undefined) return [];
    // A name such as "tokens" may hold the whole token set.
    if (secretNames.length === 0 || !secretNames.every(holdsSomethingElse)) return [];
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

function holdsSomethingElse(name: string): boolean {
  return /(access[-_. ]?token|id[-_. ]?token|client[-_. ]?secret|api[-_. ]?key)$/i.test(name);
}
