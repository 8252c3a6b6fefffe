import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyRefused } from '../../verify/token-refusal.js';
import { unboundCodes } from '../../verify/unbound-code.js';

test(
  'A verifier for a code that never had a challenge is refused',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 9700 §2.1.1', 'RFC 9700 §4.8.2', 'OAuth 2.1 draft-16 §4.1.3'],
    attack:
      'The attacker strips the challenge from a request of their own, and has a victim redeem that code.',
    threats: ['RFC 9700 §4.8'],
    tested:
      'Gets codes without code_challenge, redeems one as it is for comparison and another with a well-formed code_verifier.',
    fix: 'Refuse a token request that has a code_verifier with invalid_grant when no code_challenge is stored with the code.',
    needs: ['as.code', 'cfg.login', 'as.pkce', 'as.code-without-pkce'],
    negative: true,
    control: 'server/authz-request/code-roundtrip',
  }),
  async ({ server, judge }) => {
    const unbound =
      (await unboundCodes(server, judge)) ??
      judge.inconclusive(
        'a token for a code without challenge, redeemed without verifier',
        'none for any client',
      );
    const grant = await unbound.obtain();
    const answer = await unbound.server.redeem(grant, { code_verifier: grant.verifier });
    verifyRefused(judge, answer, { errors: ['invalid_grant', 'invalid_request'] });
  },
);
