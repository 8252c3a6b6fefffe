import { serviceToken } from '../../controls/service-token.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';

test(
  'Service clients get a token, without refresh token (positive control)',
  requirement({
    level: 'MUST',
    severity: 'info',
    tier: 'core',
    clauses: ['RFC 6749 §4.4', 'RFC 6749 §4.4.3'],
    attack: 'long-lived refresh tokens where none is needed',
    tested: 'Asks for a token with grant_type=client_credentials and correct authentication.',
    fix: 'Answer an authenticated client_credentials request with an access token, and leave refresh_token out.',
    needs: ['as.client-credentials', 'cfg.confidential-client'],
    negative: false,
  }),
  ({ server, judge }) => serviceToken(server, judge),
);
