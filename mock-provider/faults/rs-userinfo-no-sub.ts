import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'resource/userinfo/claims',
  deviation: 'returns profile without sub',
  seams: {
    resource: (rules) => ({
      claims(claims, exchange) {
        const { sub: _sub, ...profile } = rules.claims(claims, exchange);
        return profile;
      },
    }),
  },
};
