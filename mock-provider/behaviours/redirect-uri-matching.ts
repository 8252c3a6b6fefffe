import type { Behaviour } from '../behaviour.js';
import { isOnLoopback, isTolerated } from '../deviations/redirect-uri-rules.js';

type Loopback = '127.0.0.1' | '[::1]' | 'localhost';

interface Matching {
  /** Hosts whose http URIs need no registration, on any port and path. */
  unregistered?: Loopback[];
  /** Hosts on which the port is left out of the comparison. */
  anyPort?: Loopback[];
  /** Whether paths below a registered one match too. */
  subdirectories?: boolean;
  /** Whether subdomains of a registered host match too. */
  subdomains?: boolean;
}

const hosts = {
  type: 'array',
  items: { enum: ['127.0.0.1', '[::1]', 'localhost'] },
  minItems: 1,
  uniqueItems: true,
};

export const behaviour: Behaviour<Matching> = {
  axis: 'strictness',
  describes: 'Redirect URIs that match beside those that are equal to a registered one.',
  schema: {
    type: 'object',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      unregistered: hosts,
      anyPort: hosts,
      subdirectories: { type: 'boolean' },
      subdomains: { type: 'boolean' },
    },
  },
  seams: ({ unregistered = [], anyPort = [], subdirectories = false, subdomains = false }) => ({
    authorizationRequest: (rules) => ({
      redirectUriMatches: (requested, exchange) =>
        rules.redirectUriMatches(requested, exchange) ||
        isOnLoopback(requested, unregistered) ||
        exchange.client.redirect_uris.some((registered) =>
          isTolerated(requested, registered, { anyPort, subdirectories, subdomains }),
        ),
    }),
  }),
};
