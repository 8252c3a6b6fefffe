import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/pkce/challenge-as-verifier',
  deviation: 'accepts if either the hash or the plain value matches',
  seams: {
    tokenRequest: ({ verifierMatches }) => ({
      verifierMatches: (challenge, verifier) =>
        verifierMatches(challenge, verifier) || verifier === challenge.value,
    }),
  },
};
