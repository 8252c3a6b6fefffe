import { tokenProvider } from '../known-providers.js';
import type { ConnectionRule } from './rule.js';

export const providerTokenRequest: ConnectionRule = {
  level: 'warning',
  demands: 'tokenRequestFormat is a format that the provider reads.',
  remedy: 'Write the tokenRequestFormat that the provider documents.',
  check({ auth }) {
    const provider = tokenProvider(auth);
    const accepted = provider?.tokenRequestFormats;
    const format = auth.tokenRequestFormat;
    // The default is form, which every provider with this fact reads; a test of the data says so.
    if (format === undefined || accepted === undefined || accepted.includes(format)) return [];
    return [
      {
        path: ['auth', 'tokenRequestFormat'],
        what: `is ${format}, which the token endpoint of ${provider?.name} refuses`,
        why: 'no code could be redeemed',
        instead: `Write ${accepted.join(' or ')}`,
      },
    ];
  },
};
