import type { Fault } from '../fault.js';
import { waive } from '../waive.js';

export const fault: Fault = {
  deviation: 'redeems codes with a code_verifier that is wrong, malformed or missing, and notes it',
  seams: {
    tokenRequest: (rules) => ({
      checkVerifier: (challenge, verifier, exchange) =>
        waive(
          exchange,
          () => rules.checkVerifier(challenge, verifier, exchange),
          () => {},
        ),
    }),
  },
};
