import type { ConnectionRule } from './rule.js';

export const publicSecretName: ConnectionRule = {
  level: 'error',
  demands: 'No name stands in both publicPreferenceNames and secretNames.',
  remedy: 'Remove it from publicPreferenceNames, or give the setting a name of its own.',
  check({ publicPreferenceNames = [], auth }) {
    const secrets = new Set(auth.secretNames);
    return publicPreferenceNames.flatMap((name, index) =>
      secrets.has(name)
        ? [
            {
              path: ['publicPreferenceNames', index],
              what: 'is the name of a secret',
              why: 'public settings are handed to extensions and shown, and the secret would be among them',
              instead: 'Remove it here, or give the setting a name of its own',
            },
          ]
        : [],
    );
  },
};
