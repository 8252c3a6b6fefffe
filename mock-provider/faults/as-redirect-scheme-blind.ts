import type { Fault } from '../fault.js';

const afterScheme = (uri: string) => uri.replace(/^https?:/i, '');

export const fault: Fault = {
  aimedAt: 'server/redirect-uri/scheme-downgrade',
  deviation: 'compares only host and path',
  seams: {
    authorizationRequest: ({ redirectUriMatches }) => ({
      redirectUriMatches: (requested, exchange) =>
        exchange.client.redirect_uris
          .filter((registered) => registered.startsWith('https:'))
          .some((registered) => afterScheme(registered) === afterScheme(requested)) ||
        redirectUriMatches(requested, exchange),
    }),
  },
};
