import { tokenBody } from '../deviations/token-body.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'answers token requests with null as refresh_token',
  seams: {
    ...tokenBody((body) => ({ ...body, refresh_token: null })),
    refreshToken: () => ({ retire: () => true }),
  },
};
