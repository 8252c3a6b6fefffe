import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';
import { verifiersOf } from '../../verify/client/verifiers.js';

/** RFC 3986 §2.3. */
const unreserved = /[A-Za-z0-9._~-]/g;

test(
  'The verifier uses unreserved characters only',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 7636 §4.1'],
    attack: 'Differences in encoding break the proof at strict servers.',
    threats: [],
    tested: 'Looks for characters beyond A-Z a-z 0-9 - . _ ~ in the code_verifier of 20 logins.',
    fix: 'Encode the random bytes of the verifier as base64url without padding.',
    needs: ['client.code', 'client.pkce', 'client.owns-pkce'],
    negative: false,
  }),
  async ({ client, judge }) => {
    const verifiers = await verifiersOf(client, judge, 20);
    const others = new Set([...verifiers.join('').replace(unreserved, '')].sort());
    if (others.size === 0) return;
    judge.fail({
      expected: 'a code_verifier of the characters A-Z a-z 0-9 - . _ ~ only',
      received: `also ${[...others].map((character) => JSON.stringify(character)).join(' ')}`,
    });
  },
);
