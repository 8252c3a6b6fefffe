import { createLocalJWKSet, decodeJwt, type JWTPayload, jwtVerify } from 'jose';
import type { Client } from '../client.js';
import type { PresentedCredentials } from '../credentials.js';
import type { BackChannelExchange } from '../endpoints/back-channel.js';
import { signingAlgorithms } from '../keys.js';

/** RFC 6749 §3.2.1: who calls, and with what proof. */
export async function authenticateClient(exchange: BackChannelExchange): Promise<void> {
  const rules = exchange.seams.clientAuthentication;
  const presented = rules.credentials(exchange);
  if (presented === undefined) {
    exchange.client = rules.unidentified(exchange);
    return;
  }
  const clientId = presented.clientId ?? subjectOf(presented);
  const client = clientId === undefined ? undefined : exchange.tenant.clients.get(clientId);
  if (client === undefined) throw rules.refusal('the client is unknown', exchange).because('client-id');
  if (!rules.methodAllowed(client, presented, exchange)) {
    const description = `this client authenticates by ${client.token_endpoint_auth_method}, not by ${presented.method}`;
    throw rules.refusal(description, exchange).because('authentication-method');
  }
  await checkProof(client, presented, exchange);
  exchange.client = client;
}

async function checkProof(
  client: Client,
  presented: PresentedCredentials,
  exchange: BackChannelExchange,
): Promise<void> {
  const rules = exchange.seams.clientAuthentication;
  if (presented.method === 'none') return;
  if (presented.method === 'private_key_jwt') {
    const problem = await assertionProblem(client, presented.assertion, exchange);
    if (problem !== undefined) throw rules.refusal(problem, exchange);
    return;
  }
  if (!(await rules.secretProves(client, presented.secret, exchange)))
    throw rules.refusal('the client secret is wrong', exchange).because('client-secret');
}

function subjectOf(presented: PresentedCredentials): string | undefined {
  if (presented.method !== 'private_key_jwt') return undefined;
  try {
    return decodeJwt(presented.assertion).sub;
  } catch {
    return undefined;
  }
}

/** RFC 7523 §3: issuer, subject, audience, expiry, signature, and each `jti` once. */
async function assertionProblem(
  client: Client,
  assertion: string,
  { tenant }: BackChannelExchange,
): Promise<string | undefined> {
  const claims = await verifiedClaims(client, assertion, tenant.issuer, tenant.clock.now());
  if (claims === undefined) return 'the client assertion does not verify';
  if (claims.jti === undefined) return 'the client assertion has no jti';
  const seen = `${client.client_id} ${claims.jti}`;
  if (tenant.store.assertions.has(seen)) return 'the client assertion was used before';
  tenant.store.assertions.set(seen, claims.exp as number);
  return undefined;
}

async function verifiedClaims(
  client: Client,
  assertion: string,
  issuer: string,
  now: number,
): Promise<JWTPayload | undefined> {
  try {
    const { payload } = await jwtVerify(assertion, createLocalJWKSet(client.jwks ?? { keys: [] }), {
      issuer: client.client_id,
      subject: client.client_id,
      audience: [issuer, `${issuer}/token`],
      currentDate: new Date(now * 1000),
      requiredClaims: ['exp'],
      algorithms: [...signingAlgorithms],
    });
    return payload;
  } catch {
    return undefined;
  }
}
