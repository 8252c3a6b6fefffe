import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/code/bound-to-client',
  deviation: 'looks the code up without comparing client_id',
  seams: { code: () => ({ belongsTo: () => true }) },
};
