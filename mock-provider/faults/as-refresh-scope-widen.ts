import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/refresh/scope-not-widened',
  deviation: 'copies the scope of the refresh request',
  seams: {
    refreshToken: () => ({
      scope: (granted, requested) => (requested.length > 0 ? requested : granted),
    }),
  },
};
