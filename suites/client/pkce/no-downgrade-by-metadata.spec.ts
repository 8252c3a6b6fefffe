import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import { startedWith } from '../../../fixtures/client/login.js';
import type { ClientType } from '../../../fixtures/drivers/contract.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';
import { verifyNotPlain, withNonce } from '../../verify/client/challenge.js';
import { goesOn } from '../../verify/client/login-or-refusal.js';

const variants = {
  'no code_challenge_methods_supported': 'as-metadata-no-pkce-methods',
  'only plain': 'metadata-pkce-methods-plain',
  'an empty list': 'metadata-pkce-methods-empty',
};

test(
  'Metadata without S256 does not make the client drop to plain or nothing',
  requirement({
    level: 'MUST NOT',
    severity: 'high',
    tier: 'core',
    clauses: [
      'RFC 7636 §4.2',
      'RFC 7636 §7.2',
      'RFC 9700 §2.1.1',
      'OAuth 2.1 draft-16 §4.1.1',
      'OAuth 2.1 draft-16 §7.10',
    ],
    attack: 'An attacker or a broken document switches the protection of codes off.',
    threats: ['RFC 9700 §4.2.1', 'RFC 9700 §4.3.1', 'RFC 9700 §4.5', 'RFC 9700 §4.8', 'RFC 6819 §4.4.1.1'],
    tested: 'Serves metadata whose code_challenge_methods_supported is missing, ["plain"] or empty.',
    fix: 'Send an S256 challenge whatever the metadata says, or refuse to begin the login.',
    needs: ['client.code', 'client.discovery', 'client.pkce', 'client.owns-pkce'],
    negative: true,
    control: 'client/code/login-completes',
  }),
  async ({ client, judge }) => {
    for (const [variant, fault] of Object.entries(variants))
      await judge.variant(variant, async () => {
        const before = client.provider.at('metadata').length;
        await client.provider.play(fault);
        const parameters = await requested(client, judge);
        if (client.provider.at('metadata').length === before)
          judge.inconclusive('the metadata to be read', 'no request for it');
        if (parameters !== undefined) verifyKept(judge, parameters, client.clientType);
      });
  },
);

/** The authorization request; undefined where the client refuses to go on with such a provider. */
async function requested(client: ClientUnderTest, judge: Judge): Promise<URLSearchParams | undefined> {
  if (!goesOn(judge, await client.tryReset())) return undefined;
  const outcome = await client.tryBegin();
  return goesOn(judge, outcome) ? startedWith(outcome.url).parameters : undefined;
}

function verifyKept(judge: Judge, parameters: URLSearchParams, type: ClientType): void {
  if (parameters.has('code_challenge')) {
    verifyNotPlain(judge, parameters);
    return;
  }
  const finding = { expected: 'an S256 code_challenge, or no login at all', received: 'no code_challenge' };
  const guarded = parameters.has('state') || withNonce(parameters);
  if (type === 'confidential' && guarded) judge.warn(finding);
  else judge.fail(finding);
}
