import { newVerifier } from '../../../fixtures/server/pkce.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyRefused } from '../../verify/token-refusal.js';

/** Wrong verifiers, each made from the right one. */
const variants: Record<string, (verifier: string) => string> = {
  'another verifier': () => newVerifier(),
  'one letter in the other case': (verifier) =>
    verifier.replace(/[a-z]/i, (letter) =>
      letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
    ),
  'one character short': (verifier) => verifier.slice(0, -1),
  'one character more': (verifier) => `${verifier}A`,
};

test(
  'A wrong code_verifier never yields a token',
  requirement({
    level: 'MUST',
    severity: 'critical',
    tier: 'core',
    clauses: ['RFC 7636 §4.6', 'RFC 9700 §2.1.1'],
    attack: 'Who intercepts a code redeems it, or injects it into another login.',
    threats: ['RFC 9700 §4.2.1', 'RFC 9700 §4.3.1', 'RFC 9700 §4.5', 'RFC 9700 §4.7', 'RFC 6819 §4.4.1.1'],
    tested: 'Redeems a fresh S256 code with another verifier, a changed case, one character less, one more.',
    fix: 'Compare BASE64URL(SHA256(code_verifier)) with the stored code_challenge and answer invalid_grant when they differ.',
    needs: ['as.code', 'cfg.login'],
    negative: true,
    control: 'server/authz-request/code-roundtrip',
  }),
  async ({ server, judge }) => {
    for (const [variant, wrong] of Object.entries(variants)) {
      await judge.variant(variant, async () => {
        const grant = await server.obtainCode();
        const answer = await server.redeem(grant, { code_verifier: wrong(grant.verifier) });
        verifyRefused(judge, answer, { errors: ['invalid_grant'] });
      });
    }
  },
);
