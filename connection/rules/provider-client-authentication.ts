import { tokenProvider } from '../known-providers.js';
import type { ConnectionRule } from './rule.js';

export const providerClientAuthentication: ConnectionRule = {
  level: 'warning',
  demands: 'clientAuthentication is a method that the provider takes.',
  remedy: 'Write the method that the provider documents.',
  check({ auth }) {
    const { clientAuthentication: method } = auth;
    const provider = tokenProvider(auth);
    const accepted = provider?.clientAuthentication;
    if (provider === undefined || accepted === undefined || method === undefined) return [];
    // Whether it has to authenticate at all is the matter of other rules.
    if (method === 'none' || accepted.includes(method)) return [];
    return [
      {
        path: ['auth', 'clientAuthentication'],
        what: `is ${method}, which ${provider.name} does not take`,
        why: 'it answers token requests as it answers those of a client that it does not know',
        instead: `Write ${accepted.join(' or ')}`,
      },
    ];
  },
};
