import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/pkce/unsupported-method',
  deviation: 'falls back to plain for unknown methods',
  seams: {
    authorizationRequest: ({ challengeMethod }) => ({
      challengeMethod: (requested, exchange) =>
        requested === undefined || requested === 'plain' || requested === 'S256'
          ? challengeMethod(requested, exchange)
          : 'plain',
    }),
    tokenRequest: ({ verifierMatches }) => ({
      verifierMatches: (challenge, verifier) =>
        challenge.method === 'plain' ? verifier === challenge.value : verifierMatches(challenge, verifier),
    }),
  },
};
