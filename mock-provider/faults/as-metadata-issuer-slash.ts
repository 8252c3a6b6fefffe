import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/metadata/issuer-exact',
  deviation: 'publishes the issuer with an extra trailing slash',
  seams: {
    metadata: (rules) => ({
      document: (document, exchange) => {
        const correct = rules.document(document, exchange);
        return { ...correct, issuer: `${correct.issuer}/` };
      },
    }),
  },
};
