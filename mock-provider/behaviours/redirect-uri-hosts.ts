import { isIP } from 'node:net';
import { isLoopbackHost } from '../../connection/loopback.js';
import type { Behaviour } from '../behaviour.js';

interface Hosts {
  /** Schemes that there may be; left out: all. */
  schemes?: string[];
  /** `all`: any host; `no-address`: no IP address but of the loopback; `domain`: neither an address nor localhost. */
  hosts: 'all' | 'no-address' | 'domain';
  /** What must not stand anywhere in it. */
  without?: string[];
}

/** Refused at the authorization endpoint, as if it were not registered: at the provider it could not be. */
export const behaviour: Behaviour<Hosts> = {
  axis: 'strictness',
  describes: 'Redirect URIs that the provider would not register, and so refuses.',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['hosts'],
    properties: {
      schemes: { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1, uniqueItems: true },
      hosts: { enum: ['all', 'no-address', 'domain'] },
      without: { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1 },
    },
  },
  seams: (rule) => ({
    authorizationRequest: (rules) => ({
      redirectUriMatches: (requested, exchange) =>
        registerable(requested, rule) && rules.redirectUriMatches(requested, exchange),
    }),
  }),
};

function registerable(uri: string, { schemes, hosts, without = [] }: Hosts): boolean {
  if (!URL.canParse(uri) || without.some((part) => uri.includes(part))) return false;
  const { protocol, hostname, username, password } = new URL(uri);
  if (username !== '' || password !== '' || schemes?.includes(protocol.slice(0, -1)) === false) return false;
  const loopback = isLoopbackHost(hostname);
  const address = isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;
  return hosts === 'all' || (hosts === 'domain' ? !address && !loopback : !address || loopback);
}
