import type { Fault } from '../fault.js';
import { waiveUnless } from '../waive.js';

export const fault: Fault = {
  deviation: 'accepts any redirect_uri, and another one with the code, and notes it',
  seams: {
    authorizationRequest: (rules) => ({
      redirectUriMatches: (requested, exchange) =>
        waiveUnless(
          exchange,
          rules.redirectUriMatches(requested, exchange),
          'redirect_uri is not one of those registered for this client',
        ),
    }),
    code: (rules) => ({
      redirectUriMatches: (record, sent, exchange) =>
        waiveUnless(
          exchange,
          rules.redirectUriMatches(record, sent, exchange),
          'redirect_uri differs from that of the authorization request',
        ),
    }),
  },
};
