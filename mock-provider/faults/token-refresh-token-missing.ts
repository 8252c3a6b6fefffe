import { tokenBody } from '../deviations/token-body.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'answers token requests without refresh_token, and lets the old one live',
  seams: {
    ...tokenBody(({ refresh_token: _left, ...body }) => body),
    refreshToken: () => ({ retire: () => true }),
  },
};
