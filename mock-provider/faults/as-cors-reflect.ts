import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/cors/no-credentialed-reflection',
  deviation: 'reflects Origin and allows credentials everywhere',
  seams: {
    transport: (rules) => ({
      cors(exchange, scriptable) {
        const { origin } = exchange.request.headers;
        if (origin === undefined) return rules.cors(exchange, scriptable);
        return { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' };
      },
    }),
  },
};
