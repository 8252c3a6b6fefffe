import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';
import { verifiersOf } from '../../verify/client/verifiers.js';

test(
  'The verifier has 43 to 128 characters',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 7636 §4.1', 'RFC 7636 §7.1'],
    attack: 'Short verifiers are computed from the public challenge, and the stolen code is redeemed.',
    threats: ['RFC 6819 §4.4.1.1'],
    tested: 'Measures the code_verifier of 10 logins.',
    fix: 'Make the verifier from 32 random bytes, base64url-encoded: 43 characters.',
    needs: ['client.code', 'client.pkce', 'client.owns-pkce'],
    negative: false,
  }),
  async ({ client, judge }) => {
    for (const { length } of await verifiersOf(client, judge, 10))
      if (length < 43 || length > 128)
        judge.fail({ expected: 'a code_verifier of 43 to 128 characters', received: `one of ${length}` });
  },
);
