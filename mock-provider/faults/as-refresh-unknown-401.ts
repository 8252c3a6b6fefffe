import type { Fault } from '../fault.js';
import { OAuthError } from '../oauth-error.js';

export const fault: Fault = {
  aimedAt: 'server/refresh/unknown-token',
  deviation: 'answers 401 invalid_token for unknown refresh tokens',
  seams: {
    refreshToken: (rules) => ({
      unknown: (record) =>
        record === undefined
          ? new OAuthError('invalid_token', 'the refresh token is unknown', 401)
          : rules.unknown(record),
    }),
  },
};
