import { authorizationProvider, tokenProvider } from '../known-providers.js';
import type { ConnectionRule } from './rule.js';

/** Information only: some servers take others than they document. */
export const scopeSeparator: ConnectionRule = {
  level: 'info',
  demands: 'scopeSeparator is what the provider documents.',
  remedy: 'Write the scopeSeparator that the provider documents.',
  check({ auth }) {
    const provider = authorizationProvider(auth) ?? tokenProvider(auth);
    const documented = provider?.scopeSeparator;
    if (documented === undefined || (auth.scopeSeparator ?? ' ') === documented) return [];
    // One scope needs no separator.
    if ((auth.scopes ?? []).length < 2) return [];
    return [
      {
        path: ['auth', 'scopeSeparator'],
        what: `is not "${documented}", by which ${provider?.name} documents that scopes are joined`,
        why: 'the provider may read them as one unknown scope',
        instead: `Write scopeSeparator: "${documented}"`,
      },
    ];
  },
};
