import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/metadata/pkce-methods-advertised',
  deviation: 'drops code_challenge_methods_supported',
  seams: {
    metadata: (rules) => ({
      document(document, exchange) {
        const { code_challenge_methods_supported: _dropped, ...others } = rules.document(document, exchange);
        return others;
      },
    }),
  },
};
