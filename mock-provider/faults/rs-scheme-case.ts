import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'resource/bearer/valid-token',
  deviation: 'accepts only the exact string Bearer',
  seams: {
    resource: (rules) => ({
      presentedToken: (exchange) =>
        exchange.request.headers.authorization?.startsWith('Bearer ')
          ? rules.presentedToken(exchange)
          : undefined,
    }),
  },
};
