import { spaceSeparated } from '../exchange.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/authz-request/consent-tamper',
  deviation: 're-reads scope and redirect_uri from the approval form',
  seams: {
    approval: () => ({
      hiddenFields: ({ scope, redirectUri }) => ({ scope: scope.join(' '), redirect_uri: redirectUri }),
      granted: (stored, form) => ({
        ...stored,
        scope: spaceSeparated(form.get('scope') ?? undefined),
        redirectUri: form.get('redirect_uri') ?? stored.redirectUri,
      }),
    }),
  },
};
