import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/token/error-shape',
  deviation: 'returns error objects with status 200',
  seams: {
    tokenResponse: (rules) => ({
      deliverError: (error, exchange) => ({ ...rules.deliverError(error, exchange), status: 200 }),
    }),
  },
};
