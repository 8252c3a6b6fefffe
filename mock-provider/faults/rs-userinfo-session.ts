import type { Fault } from '../fault.js';
import { sessionOf } from '../session.js';

export const fault: Fault = {
  aimedAt: 'resource/userinfo/invalid-token',
  deviation: 'answers from the login cookie without token',
  seams: {
    resource: () => ({ tokenlessSubject: (exchange) => sessionOf(exchange)?.sub }),
  },
};
