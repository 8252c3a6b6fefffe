import type { ClientType } from '../../../fixtures/drivers/contract.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';
import { verifyNotPlain, withNonce } from '../../verify/client/challenge.js';

/** A SHA-256 in base64url without padding (RFC 7636 §4.2). */
const digest = /^[A-Za-z0-9_-]{43}$/;

test(
  'Every code request has a challenge with method S256',
  requirement({
    level: 'MUST',
    severity: 'critical',
    tier: 'core',
    clauses: [
      'RFC 7636 §4.2',
      'RFC 7636 §4.3',
      'RFC 9700 §2.1.1',
      'RFC 8252 §6',
      'OAuth 2.1 draft-16 §4.1.1',
    ],
    attack: 'Who intercepts a code redeems it, or injects it into another login.',
    threats: ['RFC 9700 §4.2.1', 'RFC 9700 §4.3.1', 'RFC 9700 §4.5', 'RFC 6819 §4.4.1.1'],
    tested: 'Reads the authorization request of each type of client at a provider that advertises S256.',
    fix: 'Send code_challenge=BASE64URL(SHA256(code_verifier)) and code_challenge_method=S256 with every authorization request.',
    needs: ['client.code', 'client.owns-pkce'],
    negative: false,
  }),
  async ({ client, judge }) => {
    for (const type of client.hello.clientTypes)
      await judge.variant(`${type} client`, async () => {
        await client.reset({ type });
        verifyChallenge(judge, (await client.begin()).parameters, type);
      });
  },
);

function verifyChallenge(judge: Judge, parameters: URLSearchParams, type: ClientType): void {
  const challenge = parameters.get('code_challenge');
  if (challenge === null) {
    judgeMissing(judge, parameters, type);
    return;
  }
  verifyNotPlain(judge, parameters);
  if (digest.test(challenge)) return;
  const alphabet = /^[\w-]*$/.test(challenge) ? 'all' : 'not all';
  judge.fail({
    expected: 'a code_challenge of 43 base64url characters, without padding',
    received: `${challenge.length} characters, ${alphabet} of them base64url's`,
  });
}

function judgeMissing(judge: Judge, parameters: URLSearchParams, type: ClientType): void {
  const finding = { expected: 'code_challenge in the authorization request', received: 'none' };
  if (type === 'public') judge.fail(finding);
  if (withNonce(parameters)) judge.warn(finding);
  else judge.failFor('oauth2.1', finding);
}
