import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'resource/bearer/insufficient-scope',
  deviation: 'checks only that the token is active',
  seams: {
    resource: (rules) => ({
      // Userinfo is a resource of its own, and still asks for openid.
      scopeSuffices: (record, scope) => scope !== 'openid' || rules.scopeSuffices(record, scope),
    }),
  },
};
