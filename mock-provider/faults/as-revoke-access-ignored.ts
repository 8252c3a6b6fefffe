import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/revocation/access-token',
  deviation: 'looks only in the refresh token table',
  seams: {
    revocation: () => ({ find: (value, _hint, { tenant }) => tenant.store.refreshTokens.get(value) }),
  },
};
