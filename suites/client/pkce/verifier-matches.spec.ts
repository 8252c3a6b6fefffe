import { createHash } from 'node:crypto';
import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';
import { redemption } from '../../verify/client/redemption.js';

test(
  'The verifier sent is the preimage of the challenge',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 7636 §4.2', 'RFC 7636 §4.5'],
    attack: 'Strict servers refuse the login, and at others PKCE proves nothing.',
    threats: [],
    tested: 'Compares the code_challenge of a login with the code_verifier of its token request.',
    fix: 'Keep the verifier with the pending login; send BASE64URL(SHA256(verifier)) as challenge and the verifier itself with the code.',
    needs: ['client.code', 'client.pkce', 'client.owns-pkce'],
    negative: false,
  }),
  async ({ client, judge }) => {
    const { parameters, tokenRequest } = await redemption(client, judge);
    const verifier = tokenRequest.parameter('code_verifier');
    if (verifier === undefined)
      return judge.fail({ expected: 'code_verifier in the token request', received: 'none' });
    const plain = parameters.get('code_challenge_method') !== 'S256';
    const expected = plain ? verifier : createHash('sha256').update(verifier).digest('base64url');
    if (parameters.get('code_challenge') !== expected)
      judge.fail({
        expected: `code_challenge that is ${plain ? 'the verifier' : 'BASE64URL(SHA256(code_verifier))'}`,
        received: 'another value',
      });
  },
);
