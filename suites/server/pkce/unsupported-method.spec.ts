import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyMethodRefused } from '../../verify/challenge-method.js';

test(
  'An unknown code_challenge_method is refused at the authorization endpoint',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 7636 §4.4.1', 'RFC 7636 §4.3', 'OAuth 2.1 draft-16 §4.1.2.1'],
    attack: 'A method that the server does not know switches the proof off, or weakens it to plain.',
    threats: ['RFC 9700 §4.8'],
    tested:
      'Asks for a code with code_challenge_method=S512, then s256, and redeems what comes with the challenge itself, without verifier and with the right one.',
    fix: 'Compare code_challenge_method with the supported ones exactly, and redirect with error=invalid_request when it is none.',
    needs: ['as.code', 'cfg.login', 'as.pkce'],
    negative: true,
    control: 'server/authz-request/code-roundtrip',
  }),
  async ({ server, judge }) => {
    for (const code_challenge_method of ['S512', 's256'])
      await judge.variant(code_challenge_method, () =>
        verifyMethodRefused(server, judge, code_challenge_method),
      );
  },
);
