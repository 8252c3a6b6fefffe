import type { Fault } from '../fault.js';
import { randomToken } from '../random.js';
import { json } from '../reply.js';

export const fault: Fault = {
  deviation: 'answers whatever comes to its token endpoint with tokens, as an attacker does',
  seams: {
    transport: (rules) => ({
      admit(exchange) {
        if (exchange.request.path !== '/token') return rules.admit(exchange);
        return json(200, {
          access_token: randomToken(),
          token_type: 'Bearer',
          expires_in: 3600,
          refresh_token: randomToken(),
        });
      },
    }),
  },
};
