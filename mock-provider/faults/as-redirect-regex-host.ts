import type { Fault } from '../fault.js';

/** Scheme, authority and the rest, as a server splits them that takes URLs apart by hand. */
const parts = (uri: string) => /^([^:]*:\/\/)([^/?#]*)(.*)$/s.exec(uri)?.slice(1) ?? [];

export const fault: Fault = {
  aimedAt: 'server/redirect-uri/authority-tricks',
  deviation: 'matches the host with an unanchored regular expression',
  seams: {
    authorizationRequest: ({ redirectUriMatches }) => ({
      redirectUriMatches(requested, exchange) {
        const [scheme, authority = '', rest] = parts(requested);
        const matches = exchange.client.redirect_uris.some((registered) => {
          const [ownScheme, host = '', ownRest] = parts(registered);
          return (
            scheme === ownScheme &&
            rest === ownRest &&
            new RegExp(host.replace(/[[\]]/g, '\\$&')).test(authority)
          );
        });
        return matches || redirectUriMatches(requested, exchange);
      },
    }),
  },
};
