import { authorizationProvider } from '../known-providers.js';
import type { ConnectionRule } from './rule.js';
import { isPublic } from './shared/client-secret.js';

export const requiredPkce: ConnectionRule = {
  level: 'warning',
  demands: 'PKCE is declared where the provider requires it of every client.',
  remedy: 'Write pkce: { required: true, methods: [S256] }.',
  check({ auth }) {
    const provider = authorizationProvider(auth);
    // Of a public client, another rule demands it anywhere.
    if (provider?.pkceRequired !== true || isPublic(auth)) return [];
    const { required, methods } = auth.pkce ?? {};
    // Methods without S256 are an error or warning of their own.
    if (required === true || (required === undefined && methods !== undefined)) return [];
    return [
      {
        path: required === undefined ? ['auth', 'pkce'] : ['auth', 'pkce', 'required'],
        what: required === undefined ? 'is missing' : 'is false',
        why: `${provider.name} refuses requests without a code challenge, of clients with a secret too`,
        instead: 'Write pkce: { required: true, methods: [S256] }',
      },
    ];
  },
};
