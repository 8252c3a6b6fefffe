import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import type { Started } from '../../../fixtures/client/login.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';

const abandoned = 'one that was abandoned';

/** Logins one after another, by their end; the client forgets nothing in between. */
const logins: [string, (client: ClientUnderTest) => Promise<Started>][] = [
  ['a login that succeeded', (client) => client.login()],
  ['one that the user refused', (client) => client.login({ faults: ['response-access-denied'] })],
  ['one that ended with server_error', (client) => client.login({ faults: ['response-server-error'] })],
  [abandoned, (client) => client.begin()],
  ['the last one', (client) => client.begin()],
];

test(
  'A new verifier for each request, also after errors',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 7636 §4.1', 'RFC 9700 §2.1.1', 'OAuth 2.1 draft-16 §7.5.1.1'],
    attack: 'One verifier that became known opens other logins, and injected codes go unnoticed.',
    threats: ['RFC 9700 §4.5'],
    tested:
      'Compares the challenges of logins that succeed, are refused, fail with server_error and are abandoned.',
    fix: 'Make a random verifier in the function that builds the authorization request, for that request alone.',
    needs: ['client.code', 'client.pkce', 'client.owns-pkce'],
    negative: false,
  }),
  async ({ client, judge }) => {
    /** Ends of the logins with one challenge. */
    const uses = new Map<string, string[]>();
    for (const [end, perform] of logins) {
      const challenge = challengeOf(judge, await perform(client));
      uses.set(challenge, [...(uses.get(challenge) ?? []), end]);
    }
    for (const ends of uses.values()) verifyNotShared(judge, ends);
  },
);

function challengeOf(judge: Judge, { parameters }: Started): string {
  return (
    parameters.get('code_challenge') ??
    judge.fail({ expected: 'code_challenge in each authorization request', received: 'one without' })
  );
}

/** Only what nobody has used yet may come again. */
function verifyNotShared(judge: Judge, ends: readonly string[]): void {
  const earlier = ends.slice(0, -1);
  if (earlier.length === 0) return;
  const finding = { expected: 'a new challenge for each login', received: `one for ${ends.join(', ')}` };
  if (earlier.every((end) => end === abandoned)) judge.warn(finding);
  else judge.fail(finding);
}
