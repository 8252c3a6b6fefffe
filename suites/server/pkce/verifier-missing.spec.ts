import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyRefused } from '../../verify/token-refusal.js';

test(
  'A code bound to a challenge cannot be redeemed without verifier',
  requirement({
    level: 'MUST',
    severity: 'critical',
    tier: 'core',
    clauses: ['RFC 7636 §4.6', 'RFC 9700 §2.1.1', 'OAuth 2.1 draft-16 §4.1.3'],
    attack: 'Who intercepts a code redeems it by simply leaving the proof out.',
    threats: ['RFC 9700 §4.2.1', 'RFC 9700 §4.3.1', 'RFC 6819 §4.4.1.1'],
    tested: 'Redeems a fresh S256 code without code_verifier, and another one with an empty code_verifier.',
    fix: 'When a code_challenge is stored with the code, refuse a token request without code_verifier with invalid_grant.',
    needs: ['as.code', 'cfg.login', 'as.pkce'],
    negative: true,
    control: 'server/authz-request/code-roundtrip',
  }),
  async ({ server, judge }) => {
    for (const [variant, code_verifier] of Object.entries({
      'no verifier': undefined,
      'empty verifier': '',
    })) {
      await judge.variant(variant, async () => {
        const answer = await server.redeem(await server.obtainCode(), { code_verifier });
        verifyRefused(judge, answer, { errors: ['invalid_grant', 'invalid_request'] });
      });
    }
  },
);
