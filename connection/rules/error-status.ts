import { tokenProvider } from '../known-providers.js';
import type { ConnectionRule } from './rule.js';

export const errorStatus: ConnectionRule = {
  level: 'info',
  demands: 'tokenResponse.errorWith200 is true where the provider answers errors with status 200.',
  remedy: 'Write tokenResponse: { errorWith200: true }.',
  clause: 'RFC 6749 §5.2',
  check({ auth }) {
    const provider = tokenProvider(auth);
    if (provider?.errorWith200 !== true || auth.tokenResponse?.errorWith200 === true) return [];
    return [
      {
        path: ['auth', 'tokenResponse', 'errorWith200'],
        what: 'is not true',
        why: `${provider.name} answers a wrong code with status 200, and a product that goes by the status takes that for a token`,
        instead: 'Write tokenResponse: { errorWith200: true }',
      },
    ];
  },
};
