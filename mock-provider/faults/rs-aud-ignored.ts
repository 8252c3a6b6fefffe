import type { Fault } from '../fault.js';

export const fault: Fault = {
  aimedAt: 'resource/bearer/wrong-audience',
  deviation: 'does not compare aud',
  seams: { resource: () => ({ audienceMatches: () => true }) },
};
