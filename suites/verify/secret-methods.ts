import { type SecretMethod, secretMethods } from '../../fixtures/server/client-authentication.js';
import { clientRoles, mayUseCode, type TestClient } from '../../fixtures/server/clients.js';
import { authenticationMethods } from '../../fixtures/server/facts.js';
import { describeAnswer, type ServerUnderTest } from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import type { Answer } from '../../fixtures/wire/transport.js';
import { carriesAccessToken } from './token-refusal.js';

/** What became of a secret that was presented by one method, over all clients that have one. */
interface Outcome {
  accepted: boolean;
  /** Whether a client that is registered for this very method was refused. */
  registered: boolean;
  refusal: string;
}

const words = { client_secret_basic: 'by HTTP Basic', client_secret_post: 'in the body' };

/** OAuth 2.0 makes HTTP Basic mandatory for a server (RFC 6749 §2.3.1), OAuth 2.1 the body (draft-16 §2.4.1). */
export async function verifySecretMethods(server: ServerUnderTest, judge: Judge): Promise<void> {
  if (!server.facts.clients.some(mayPresentSecret))
    judge.inconclusive('a client that may redeem a code with its secret', 'none in the subject file');
  const outcomes = {
    client_secret_basic: await present(server, judge, 'client_secret_basic'),
    client_secret_post: await present(server, judge, 'client_secret_post'),
  };
  const required: Record<SecretMethod, boolean> = {
    client_secret_basic: judge.claims('oauth2.0'),
    client_secret_post: judge.claims('oauth2.1'),
  };
  const works = Object.values(outcomes).some(({ accepted }) => accepted);
  for (const method of Object.keys(outcomes) as SecretMethod[]) {
    const { accepted, registered, refusal } = outcomes[method];
    if (accepted) continue;
    const received = `${refusal}${works ? '' : ', by either method'}`;
    if (works && !required[method]) judge.note(`the secret ${words[method]}: ${received}`);
    else judgeRefusal(server, judge, { method, received, proven: works && registered });
  }
}

/**
 * A refusal tells about the server only when the secret is known to be right and the client may use the method:
 * the other method took the same secret, or the metadata or the subject file say that the server lacks this one.
 */
function judgeRefusal(
  { facts }: ServerUnderTest,
  judge: Judge,
  { method, received, proven }: { method: SecretMethod; received: string; proven: boolean },
): void {
  const expected = `a token for the right secret ${words[method]}`;
  const served = authenticationMethods(facts);
  if (served !== undefined && !served.includes(method))
    judge.fail({ expected, received: `${received}; ${method} is not advertised or declared` });
  if (proven) judge.fail({ expected, received });
  judge.inconclusive(
    expected,
    `${received}; is the secret in the subject file right, and a client registered for ${method}?`,
  );
}

async function present(server: ServerUnderTest, judge: Judge, method: SecretMethod): Promise<Outcome> {
  const outcome: Outcome = { accepted: false, registered: false, refusal: '' };
  for (const client of server.facts.clients.filter(mayPresentSecret)) {
    const answer = await tokenFor(server.as(client), method);
    if (answer.status === 429 || answer.status >= 500)
      judge.inconclusive(`a token for the right secret ${words[method]}`, describeAnswer(answer));
    if (carriesAccessToken(answer)) return { ...outcome, accepted: true };
    outcome.registered ||= client.authentication === method;
    outcome.refusal ||= describeAnswer(answer);
  }
  return outcome;
}

/** Has a secret, and a grant to present it with. */
function mayPresentSecret(client: TestClient): boolean {
  return clientRoles['confidential-code-client'](client) || clientRoles['service-client'](client);
}

async function tokenFor(server: ServerUnderTest, method: SecretMethod): Promise<Answer> {
  const { client } = server;
  const by = secretMethods[method](client.clientId, client.clientSecret ?? '');
  if (!mayUseCode(client)) return server.tokenRequest({ grant_type: 'client_credentials' }, by);
  return server.redeem(await server.obtainCode(), {}, by);
}
