import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/redirect-uri/loopback-any-port',
  deviation: 'demands the registered port on 127.0.0.1',
  seams: {
    authorizationRequest: ({ redirectUriMatches }) => ({
      redirectUriMatches: (requested, exchange) =>
        requested.startsWith('http://127.0.0.1')
          ? exchange.client.redirect_uris.includes(requested)
          : redirectUriMatches(requested, exchange),
    }),
  },
};
