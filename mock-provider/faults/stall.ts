import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'does what is asked, keeps the connection open and never sends the answer',
  seams: { transport: () => ({ send: () => {} }) },
};
