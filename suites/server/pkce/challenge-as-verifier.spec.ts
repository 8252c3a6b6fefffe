import type { Overrides } from '../../../fixtures/server/server-under-test.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyRefused } from '../../verify/token-refusal.js';

const variants: Record<string, Overrides> = {
  'the challenge as verifier': {},
  'the challenge as verifier, with code_challenge_method=plain': { code_challenge_method: 'plain' },
};

test(
  'The public challenge value is not accepted as proof under S256',
  requirement({
    level: 'MUST',
    severity: 'critical',
    tier: 'core',
    clauses: ['RFC 7636 §4.6', 'RFC 7636 §7.2'],
    attack: 'Who saw the authorization URL redeems the stolen code with the challenge that stands in it.',
    threats: ['RFC 9700 §4.2.1', 'RFC 9700 §4.3.1', 'RFC 6819 §4.4.1.1'],
    tested:
      'Redeems a fresh S256 code with the code_challenge as code_verifier, alone and with code_challenge_method=plain.',
    fix: 'Verify with the method that was stored with the code: under S256 hash the verifier before comparing, always.',
    needs: ['as.code', 'cfg.login', 'as.pkce'],
    negative: true,
    control: 'server/authz-request/code-roundtrip',
  }),
  async ({ server, judge }) => {
    for (const [variant, added] of Object.entries(variants)) {
      await judge.variant(variant, async () => {
        const grant = await server.obtainCode();
        const code_verifier = grant.parameters.code_challenge;
        const answer = await server.redeem(grant, { code_verifier, ...added });
        verifyRefused(judge, answer, { errors: ['invalid_grant'] });
      });
    }
  },
);
