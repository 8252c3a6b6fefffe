import { tokensIn } from '../../../fixtures/server/server-under-test.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyRefused } from '../../verify/token-refusal.js';

test(
  'A code can be redeemed once only',
  requirement({
    level: 'MUST',
    severity: 'critical',
    tier: 'core',
    clauses: ['RFC 6749 §4.1.2', 'RFC 6749 §10.5', 'RFC 9700 §4.2.4'],
    attack: 'replay of a leaked code',
    tested: 'Redeems a code, then redeems it again with identical parameters.',
    fix: 'Mark the code as used in the same transaction that issues the token, and answer invalid_grant from then on.',
    needs: ['as.code', 'cfg.login'],
    negative: true,
    control: 'server/authz-request/code-roundtrip',
  }),
  async ({ server, judge }) => {
    const grant = await server.obtainCode();
    tokensIn(await server.redeem(grant));
    verifyRefused(judge, await server.redeem(grant), { errors: ['invalid_grant'] });
  },
);
