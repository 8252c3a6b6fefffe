import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/pkce/verifier-without-challenge',
  deviation: 'ignores code_verifier when no challenge was stored',
  seams: {
    tokenRequest: ({ checkVerifier }) => ({
      checkVerifier(challenge, verifier, exchange) {
        if (challenge !== undefined) checkVerifier(challenge, verifier, exchange);
      },
    }),
  },
};
