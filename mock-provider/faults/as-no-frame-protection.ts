import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/hygiene/authorize-not-framable',
  deviation: 'sends neither header',
  seams: {
    page: (rules) => ({
      headers(contentSecurityPolicy) {
        const {
          'content-security-policy': _policy,
          'x-frame-options': _legacy,
          ...others
        } = rules.headers(contentSecurityPolicy);
        return others;
      },
    }),
  },
};
