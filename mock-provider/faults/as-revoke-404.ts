import type { Fault } from '../fault.js';
import { json } from '../reply.js';

export const fault: Fault = {
  aimedAt: 'server/revocation/unknown-token-200',
  deviation: 'answers 404 for unknown tokens',
  seams: {
    revocation: () => ({
      unknown: () => json(404, { error: 'not_found', error_description: 'no such token' }),
    }),
  },
};
