import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyRevocation } from '../../verify/revocation.js';

test(
  'A wrong or unknown hint does not prevent revocation',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 7009 §2.1', 'RFC 7009 §2.2'],
    attack: 'A stolen refresh token stays usable after a logout that looked successful.',
    threats: ['RFC 6819 §4.1.2'],
    tested:
      'Revokes refresh tokens with token_type_hint=access_token and with an unknown hint, then uses them.',
    fix: 'Use token_type_hint to choose where to look first only, and search all kinds of tokens before giving up.',
    needs: ['as.revocation', 'as.refresh', 'cfg.login'],
    negative: true,
    control: 'server/revocation/refresh-token',
  }),
  async ({ server, judge }) => {
    for (const hint of ['access_token', 'harness']) {
      await judge.variant(`token_type_hint=${hint}`, () => verifyRevocation(server, judge, hint));
    }
  },
);
