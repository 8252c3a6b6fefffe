import { mayUseCode, type TestClient } from '../fixtures/server/clients.js';
import {
  describeAnswer,
  describeLanding,
  type ServerUnderTest,
} from '../fixtures/server/server-under-test.js';
import { type Answer, jsonObject } from '../fixtures/wire/transport.js';
import { fieldPlace, type PreparedSubject } from './prepare-subjects.js';
import { UsageError } from './usage-error.js';

/**
 * Makes one correct token request as each client of the file. Throws UsageError when the server does not know a
 * client by what the file says of it; any other refusal is diagnosis.
 */
export async function tryClients(subject: PreparedSubject, server: ServerUnderTest): Promise<string[]> {
  const diagnosis: string[] = [];
  for (const client of server.facts.clients) {
    const answer = await tokenAnswer(server.as(client));
    if (typeof answer === 'string') diagnosis.push(answer);
    else if (answer !== undefined) diagnosis.push(...judge(subject, client, answer));
  }
  return diagnosis;
}

/** The answer to a correct token request, why there was none, or undefined for a client that has no grant to try. */
async function tokenAnswer(server: ServerUnderTest): Promise<Answer | string | undefined> {
  const { client, facts } = server;
  if (!mayUseCode(client)) {
    if (!client.grantTypes?.includes('client_credentials')) return undefined;
    const scope = (client.scopes ?? facts.scopes).join(facts.scopeSeparator);
    return server.tokenRequest({ grant_type: 'client_credentials', scope: scope === '' ? undefined : scope });
  }
  const request = server.authorizationRequest();
  const landing = await server.authorize(request);
  const code = landing.kind === 'redirect' ? landing.query.get('code') : null;
  if (landing.kind !== 'redirect' || code === null)
    return `a correct authorization request of client ${client.name} ended at ${describeLanding(landing)}`;
  return server.redeem({ ...request, code, landing });
}

function judge(subject: PreparedSubject, client: TestClient, answer: Answer): string[] {
  if (answer.status === 200 && typeof jsonObject(answer)?.access_token === 'string') return [];
  const said = `a correct token request of client ${client.name} got ${describeAnswer(answer)}`;
  if (jsonObject(answer)?.error !== 'invalid_client') return [said];
  if (needsFormEncoding(client))
    return [
      `${said}; identifier or secret holds characters that Basic credentials carry form-encoded (RFC 6749 §2.3.1), ` +
        'which many servers do not undo: either that, or the file is wrong',
    ];
  throw new UsageError(
    `${clientPlace(subject, client)}: ${said}, after it accepted this client's authorization request. Compare clientId, ` +
      `secret and clientAuthentication (${client.authentication}) with what is registered at the server`,
  );
}

/** Credentials whose form-encoded spelling differs: the server may be the one that gets them wrong. */
function needsFormEncoding({ authentication, clientId, clientSecret }: TestClient): boolean {
  if (authentication !== 'client_secret_basic') return false;
  return [clientId, clientSecret ?? ''].some(
    (text) => new URLSearchParams({ '': text }).toString() !== `=${text}`,
  );
}

function clientPlace(subject: PreparedSubject, { name, authentication }: TestClient): string {
  const field =
    authentication === 'none'
      ? 'clientId'
      : authentication === 'private_key_jwt'
        ? 'privateKey'
        : 'clientSecret';
  const declared = subject.subject.server?.clients?.[name];
  const entry = declared === undefined ? ['connection', 'auth'] : ['server', 'clients', name];
  return fieldPlace(subject, [...entry, field]);
}
