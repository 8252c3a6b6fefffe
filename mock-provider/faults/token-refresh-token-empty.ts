import { tokenBody } from '../deviations/token-body.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'answers token requests with an empty text as refresh_token',
  seams: {
    ...tokenBody((body) => ({ ...body, refresh_token: '' })),
    refreshToken: () => ({ retire: () => true }),
  },
};
