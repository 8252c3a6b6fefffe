import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/hygiene/no-307-after-login',
  deviation: 'answers the login submission with 307',
  seams: {
    authorizationResponse: (rules) => ({
      redirect(location, afterPost) {
        const reply = rules.redirect(location, afterPost);
        // Only login leads on to another page of ours: approval leads to the client.
        return afterPost && location.includes('/interaction/') ? { ...reply, status: 307 } : reply;
      },
    }),
  },
};
