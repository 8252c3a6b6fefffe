import type { ConnectionRule } from './rule.js';

export const preferenceReusesSecretName: ConnectionRule = {
  level: 'error',
  demands: 'No preference has the name of a secret.',
  remedy: 'Give the preference a name of its own.',
  check(_connection, { connections, preferences }) {
    const secrets = new Set(connections.flatMap(({ auth }) => auth.secretNames ?? []));
    return preferences.flatMap(({ name }, index) =>
      secrets.has(name)
        ? [
            {
              path: ['preferences', index, 'name'],
              from: 'file' as const,
              what: 'is the name of a secret of a connection too',
              why: 'whoever asks for that name could get the secret where the setting was meant, or the other way round',
              instead: 'Give the preference a name of its own',
            },
          ]
        : [],
    );
  },
};
