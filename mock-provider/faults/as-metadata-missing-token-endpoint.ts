import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/metadata/required-members',
  deviation: 'omits token_endpoint',
  seams: {
    metadata: (rules) => ({
      // Only from one of the two documents, so that whoever reads both still finds the endpoint.
      document(document, exchange) {
        const { token_endpoint, ...others } = rules.document(document, exchange);
        return exchange.request.path.endsWith('/openid-configuration')
          ? { ...others, token_endpoint }
          : others;
      },
    }),
  },
};
