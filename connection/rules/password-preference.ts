import type { ConnectionRule } from './rule.js';

export const passwordPreference: ConnectionRule = {
  level: 'error',
  demands: 'A product with a connection has no preference of type password.',
  remedy: 'Remove the preference, and name the secret in auth.secretNames.',
  check(_connection, { preferences }) {
    return preferences.flatMap(({ type }, index) =>
      type === 'password'
        ? [
            {
              path: ['preferences', index, 'type'],
              from: 'file' as const,
              what: 'asks people for a secret in the settings',
              why: 'settings are stored and copied as plain text, past the store that keeps the secrets of a connection',
              instead: 'Remove the preference, and name the secret in auth.secretNames',
            },
          ]
        : [],
    );
  },
};
