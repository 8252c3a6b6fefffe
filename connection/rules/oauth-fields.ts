import type { ConnectionRule } from './rule.js';

const oauthOnly = [
  'authorizationUrl',
  'tokenUrl',
  'deviceAuthorizationUrl',
  'redirect',
  'pkce',
  'state',
  'bridge',
  'authorizationParams',
  'tokenParams',
] as const;

export const oauthFields: ConnectionRule = {
  level: 'warning',
  demands: 'Fields of the OAuth flow stand only where type is oauth.',
  remedy: 'Write type: oauth, or remove the fields of OAuth.',
  check({ auth }) {
    const found = oauthOnly.filter((field) => auth[field] !== undefined);
    if (auth.type === 'oauth' || found.length === 0) return [];
    return [
      {
        path: ['auth', 'type'],
        what: `is ${auth.type}, and ${found.join(', ')} ${found.length === 1 ? 'is' : 'are'} of OAuth`,
        why: 'no flow is run for this type, so nothing would read them',
        instead: 'Write type: oauth, or remove the rest',
      },
    ];
  },
};
