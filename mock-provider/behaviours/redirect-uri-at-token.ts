import type { Behaviour } from '../behaviour.js';

type Rule = 'optional' | 'ignored' | 'required';

export const behaviour: Behaviour<Rule> = {
  axis: 'strictness',
  describes:
    'Whether a token request must repeat redirect_uri: optional (compared where it is sent), ignored, or required even where the authorization request had none.',
  schema: { enum: ['optional', 'ignored', 'required'] },
  seams: (rule) => ({
    code: (rules) => ({
      redirectUriMatches(record, sent, exchange) {
        if (rule === 'ignored') return true;
        if (rule === 'required')
          return sent !== undefined && rules.redirectUriMatches(record, sent, exchange);
        return sent === undefined || rules.redirectUriMatches(record, sent, exchange);
      },
    }),
  }),
};
