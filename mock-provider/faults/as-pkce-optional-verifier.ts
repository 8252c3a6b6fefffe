import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/pkce/verifier-missing',
  deviation: 'verifies only when the parameter is present',
  seams: {
    tokenRequest: ({ checkVerifier }) => ({
      checkVerifier(challenge, verifier, exchange) {
        if (verifier !== undefined) checkVerifier(challenge, verifier, exchange);
      },
    }),
  },
};
