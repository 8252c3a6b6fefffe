import type { Behaviour } from '../behaviour.js';
import { invalidGrant, OAuthError } from '../oauth-error.js';

type Rule = 'compared' | 'required';

export const behaviour: Behaviour<Rule> = {
  axis: 'refresh',
  describes:
    'What redirect_uri is for in a refresh request: compared with that of the authorization request where it is sent, or required as well.',
  schema: { enum: ['compared', 'required'] },
  seams: (rule) => ({
    refreshToken: (rules) => ({
      checkRequest(record, exchange) {
        rules.checkRequest(record, exchange);
        const sent = exchange.parameters.get('redirect_uri');
        if (sent === undefined && rule === 'required')
          throw new OAuthError('invalid_request', 'redirect_uri is missing');
        const original = record.grant.requested.get('redirect_uri');
        if (sent !== undefined && original !== undefined && sent !== original)
          throw invalidGrant('redirect-uri', 'redirect_uri differs from that of the authorization request');
      },
    }),
  }),
};
