import type { ClientAuthentication } from '../../../connection/subject.js';
import { identification } from '../../../fixtures/server/client-authentication.js';
import type { TestClient } from '../../../fixtures/server/clients.js';
import { listed } from '../../../fixtures/server/facts.js';
import type { ServerUnderTest } from '../../../fixtures/server/server-under-test.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { attemptCode } from './code-attempt.js';
import { type Said, said, verifyField } from './drift.js';

/** The method of a field, and where it is from when the file leaves it out. */
export interface DeclaredMethod {
  field: string;
  method: ClientAuthentication;
  by?: string;
}

/** The client authenticates at the token endpoint as declared, and the metadata name that way. */
export async function verifyAuthentication(
  server: ServerUnderTest,
  judge: Judge,
  { field, method, by }: DeclaredMethod,
): Promise<void> {
  const observed = await methodObserved(server, judge, method);
  verifyField(judge, {
    field,
    declared: said(method, by),
    advertised: advertisedFor(server, observed.value),
    observed,
    instead: observed.value.startsWith('refused') ? 'a method that the server accepts' : observed.value,
  });
}

/** The method if it is listed, else all that is; left out, the list means client_secret_basic (RFC 8414 §2). */
function advertisedFor({ facts }: ServerUnderTest, works: string): Said | undefined {
  if (Object.keys(facts.metadata).length === 0) return undefined;
  const methods = listed(facts, 'token_endpoint_auth_methods_supported');
  const all = methods ?? ['client_secret_basic'];
  const source = methods === undefined ? 'the default where nothing is listed' : `of ${all.join(', ')}`;
  return all.includes(works) ? said(works, source) : said(all.join(', '), methods ? undefined : source);
}

/** The declared method if it works; else the first that does. Each attempt has a code of its own. */
async function methodObserved(
  server: ServerUnderTest,
  judge: Judge,
  method: ClientAuthentication,
): Promise<Said> {
  const refusals: string[] = [];
  for (const one of [method, ...alternatives(server.client, method)]) {
    const { at, granted, told } = await attemptAs(server, judge, one);
    if (at === 'authorization') judge.inconclusive('a code to authenticate with', told);
    if (granted && one === method) return { value: one };
    if (granted) return { value: one, by: `${method}: ${refusals[0]}` };
    refusals.push(told);
  }
  // Refused for who it is, not for what it asked: anything else says nothing about authentication.
  if (!/\b401\b|client/.test(refusals.join()))
    judge.inconclusive('a decision about the authentication of the client', refusals.join('; '));
  return { value: `refused: ${refusals[0]}` };
}

async function attemptAs(server: ServerUnderTest, judge: Judge, authentication: ClientAuthentication) {
  const client = { ...server.client, authentication };
  const by = await identification({ client, facts: server.facts }, server.endpoint('token'));
  return attemptCode(server, judge, server.authorizationRequest(), { by });
}

/** Other ways that the file has the means for. */
function alternatives(client: TestClient, declared: ClientAuthentication): ClientAuthentication[] {
  const possible: ClientAuthentication[] = [
    ...(client.clientSecret === undefined ? [] : (['client_secret_basic', 'client_secret_post'] as const)),
    ...(client.privateKey === undefined ? [] : (['private_key_jwt'] as const)),
    'none',
  ];
  return possible.filter((method) => method !== declared);
}
