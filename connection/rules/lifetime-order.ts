import type { ConnectionRule } from './rule.js';

export const lifetimeOrder: ConnectionRule = {
  level: 'warning',
  demands: 'A refresh token outlives the access token.',
  remedy: 'Write both lifetimes in seconds, as the provider documents them.',
  clause: 'RFC 6749 §1.5',
  check({ auth: { lifetimes: { accessToken, refreshToken } = {} } }) {
    if (accessToken === undefined || refreshToken === undefined || refreshToken >= accessToken) return [];
    return [
      {
        path: ['auth', 'lifetimes', 'refreshToken'],
        what: 'is shorter than the lifetime of the access token',
        why: 'the refresh token would be dead before there is a need for it',
        instead: 'Write both in seconds, as the provider documents them',
      },
    ];
  },
};
