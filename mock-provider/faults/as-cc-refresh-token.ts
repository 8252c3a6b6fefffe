import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/client-credentials/ok',
  deviation: 'adds a refresh token to client_credentials responses',
  seams: {
    refreshToken: (rules) => ({
      issuedFor: (grantType, client, grant) =>
        grantType === 'client_credentials' || rules.issuedFor(grantType, client, grant),
    }),
  },
};
