import type { Fault } from '../fault.js';
import { waive, waiveUnless } from '../waive.js';

export const fault: Fault = {
  deviation: 'lets authorization requests pass with plain PKCE, a malformed challenge or none, and notes it',
  seams: {
    authorizationRequest: (rules) => ({
      challengeOptional: (exchange) =>
        waiveUnless(exchange, rules.challengeOptional(exchange), 'code_challenge is missing'),
      challengeMethod: (requested, exchange) =>
        waive(
          exchange,
          () => rules.challengeMethod(requested, exchange),
          () => requested ?? 'plain',
        ),
      checkChallenge: (challenge, exchange) =>
        waive(
          exchange,
          () => rules.checkChallenge(challenge, exchange),
          () => {},
        ),
    }),
  },
};
