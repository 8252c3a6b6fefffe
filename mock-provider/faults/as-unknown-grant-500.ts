import type { Fault } from '../fault.js';
import { html } from '../reply.js';

export const fault: Fault = {
  aimedAt: 'server/token/unsupported-grant-type',
  deviation: 'crashes on an unknown grant type',
  seams: {
    tokenRequest: (rules) => ({
      unsupportedGrant: async (grantType, exchange) =>
        // Known by name, and not served.
        grantType === 'password'
          ? rules.unsupportedGrant(grantType, exchange)
          : html(500, '<!doctype html><title>Internal Server Error</title>'),
    }),
  },
};
