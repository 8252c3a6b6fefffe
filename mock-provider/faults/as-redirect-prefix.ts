import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/redirect-uri/path-extension',
  deviation: 'uses startsWith on the registered URI',
  seams: {
    authorizationRequest: ({ redirectUriMatches }) => ({
      redirectUriMatches: (requested, exchange) =>
        exchange.client.redirect_uris.some((registered) => requested.startsWith(registered)) ||
        redirectUriMatches(requested, exchange),
    }),
  },
};
