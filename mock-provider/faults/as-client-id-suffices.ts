import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/client-auth/required-for-confidential',
  deviation: 'treats missing credentials as public client',
  seams: {
    clientAuthentication: (rules) => ({
      methodAllowed: (client, presented, exchange) =>
        rules.methodAllowed(client, presented, exchange) ||
        (exchange.parameters.get('grant_type') === 'authorization_code' &&
          presented.method === 'none' &&
          !exchange.form.has('client_secret')),
    }),
  },
};
