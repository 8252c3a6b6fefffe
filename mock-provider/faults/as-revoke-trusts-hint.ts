import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/revocation/wrong-hint',
  deviation: 'searches only the table named by the hint',
  seams: {
    revocation: (rules) => ({
      find(value, hint, exchange) {
        const found = rules.find(value, hint, exchange);
        return hint === undefined || found?.kind === hint ? found : undefined;
      },
    }),
  },
};
