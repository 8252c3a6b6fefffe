import type { Behaviour } from '../behaviour.js';

/** A regular expression for the whole value, without anchors; narrower than RFC 7636 §4.1, which holds too. */
export const behaviour: Behaviour<string> = {
  axis: 'PKCE',
  describes: 'What a code_verifier must look like to match its challenge.',
  schema: { type: 'string', format: 'regex', minLength: 1 },
  seams(pattern) {
    const whole = new RegExp(`^(?:${pattern})$`);
    return {
      tokenRequest: (rules) => ({
        verifierMatches: (challenge, verifier) =>
          whole.test(verifier) && rules.verifierMatches(challenge, verifier),
      }),
    };
  },
};
