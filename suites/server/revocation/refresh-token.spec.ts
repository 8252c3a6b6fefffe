import { tokenRevocable } from '../../controls/token-revocable.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';

test(
  'A revoked refresh token stops working at once',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 7009 §2', 'RFC 7009 §2.1'],
    attack: 'A stolen refresh token stays usable after logout.',
    threats: ['RFC 6819 §4.1.2'],
    tested:
      'Revokes a refresh token and uses it; one that still works is tried again with 5 s between the two.',
    fix: 'Delete the refresh token, or mark its grant as revoked, before answering 200.',
    needs: ['as.revocation', 'as.refresh', 'cfg.login'],
    negative: true,
    control: 'server/refresh/yields-access-token',
  }),
  ({ server, judge }) => tokenRevocable(server, judge),
);
