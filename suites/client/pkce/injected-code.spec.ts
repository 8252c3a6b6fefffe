import { createHash } from 'node:crypto';
import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import type { Login } from '../../../fixtures/client/login.js';
import { parametersOf } from '../../../fixtures/client/login.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';
import { verifyAborted, verifyNotLoggedIn, verifyReceived } from '../../verify/client/aborted.js';
import { sessionsOf } from '../../verify/client/separate-sessions.js';

test(
  'A code from another login is not redeemed successfully',
  requirement({
    level: 'MUST',
    severity: 'critical',
    tier: 'core',
    clauses: ['RFC 9700 §4.5.3', 'OAuth 2.1 draft-16 §7.5.1'],
    attack: "A stolen code is put into the attacker's own login, which then opens the victim's account.",
    threats: ['RFC 9700 §4.5'],
    tested: 'Delivers to one login, with its own state, the code of another login of the same client.',
    fix: 'Keep the verifier with the pending login that state names, and send that one with whatever code comes back.',
    needs: ['client.code', 'client.owns-pkce'],
    negative: true,
    control: 'client/code/login-completes',
  }),
  async ({ client, judge }) => {
    const [theirs, own] = sessionsOf(client);
    await client.provider.insistOn('verifier');
    const attacker = await client.begin(theirs);
    const code = parametersOf(await client.provider.approve(attacker.url)).get('code') ?? '';
    const victim = await client.begin(own);
    const response = new URL(await client.provider.approve(victim.url));
    response.searchParams.set('code', code);
    const login = await client.finish(victim, response.href, own.session);
    if (client.requestsWith(code).length === 0) await verifyAborted(client, judge, login, own.session);
    else await verifyRefused(client, judge, { login, attacker: attacker.parameters, session: own.session });
  },
);

/** The code went to the token endpoint: the server must have been able to refuse it, and the client must know. */
async function verifyRefused(
  client: ClientUnderTest,
  judge: Judge,
  { login, attacker, session }: { login: Login; attacker: URLSearchParams; session: string | undefined },
): Promise<void> {
  const requests = client.requestsWith(login.code ?? '');
  if (requests.some((request) => proves(attacker, request.parameter('code_verifier'))))
    judge.fail({ expected: 'the code_verifier of this login', received: 'that of the login with this code' });
  verifyReceived(judge, login);
  const redeemed = requests.some(({ granted }) => granted);
  // A client of OpenID Connect may find out by the nonce of the ID token instead (RFC 9700 §4.5.3.2).
  const byNonce = redeemed && login.parameters.has('nonce') && login.outcome.result === 'rejected';
  if (redeemed && !byNonce)
    judge.fail({ expected: 'a token request that the server refuses', received: 'the code was redeemed' });
  if (login.outcome.result === 'ok')
    judge.fail({ expected: 'the client to report no login', received: 'ok' });
  await verifyNotLoggedIn(client, judge, session);
  if (byNonce) judge.note('the code was redeemed; that the client refused the answer leaves the nonce');
}

function proves(parameters: URLSearchParams, verifier: string | undefined): boolean {
  if (verifier === undefined) return false;
  const hashed = createHash('sha256').update(verifier).digest('base64url');
  return [verifier, hashed].includes(parameters.get('code_challenge') ?? '');
}
