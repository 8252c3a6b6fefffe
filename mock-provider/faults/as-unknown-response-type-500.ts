import type { Fault } from '../fault.js';

/** Words that a response type may be made of (RFC 6749 §3.1.1, OpenID Connect Core §3): those are refused as ever. */
const known = ['code', 'token', 'id_token', 'none'];

export const fault: Fault = {
  aimedAt: 'server/authz-request/unknown-response-type',
  deviation: 'throws an unhandled error on unknown response types',
  seams: {
    authorizationRequest: (rules) => ({
      responseType(requested, exchange) {
        const unknown = requested?.split(' ').find((word) => !known.includes(word));
        if (unknown !== undefined) throw new Error(`no handler for response type ${unknown}`);
        return rules.responseType(requested, exchange);
      },
    }),
  },
};
