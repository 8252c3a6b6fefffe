import type { ConnectionRule } from './rule.js';

/** Information only: it is the provider that would have to change. */
export const codeLifetime: ConnectionRule = {
  level: 'info',
  demands: 'An authorization code lives for ten minutes at most.',
  remedy: 'Write the lifetime in seconds; if it is right, ask the provider for a shorter one.',
  clause: 'RFC 6749 §4.1.2',
  check({ auth: { lifetimes } }) {
    if (lifetimes?.code === undefined || lifetimes.code <= 600) return [];
    return [
      {
        path: ['auth', 'lifetimes', 'code'],
        what: 'is more than ten minutes',
        why: 'that long, a code that leaked through a log or a history can be redeemed',
        instead: 'Write the lifetime in seconds; if it is right, ask the provider for a shorter one',
      },
    ];
  },
};
