import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/id-token/nonce-echo',
  deviation: 'forgets nonce between authorize and token',
  seams: {
    idToken: (rules) => ({
      claims(claims, exchange) {
        const { nonce: _forgotten, ...rest } = rules.claims(claims, exchange);
        return rest;
      },
    }),
  },
};
