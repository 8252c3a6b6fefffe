import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'server/pkce/s256-verifier-mismatch',
  deviation: 'stores the challenge but never compares it',
  seams: { tokenRequest: () => ({ verifierMatches: () => true }) },
};
