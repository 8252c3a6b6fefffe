import type { JWK } from 'jose';
import { listed } from '../../fixtures/server/facts.js';
import {
  describeAnswer,
  type Overrides,
  type ServerUnderTest,
} from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { jsonObject } from '../../fixtures/wire/transport.js';

interface IdToken {
  idToken: string;
  header: Record<string, unknown>;
  claims: Record<string, unknown>;
}

/** The ID token of a flow with scope=openid, read but not verified (OpenID Connect Core §3.1.3.3). */
export async function obtainIdToken(
  server: ServerUnderTest,
  judge: Judge,
  overrides: Overrides,
): Promise<IdToken> {
  const { idToken, body } = await server.obtainTokens({ scope: 'openid', ...overrides });
  if (idToken === undefined) {
    const granted = typeof body.scope === 'string' ? ` and scope="${body.scope}"` : '';
    judge.inconclusive('an id_token for scope=openid', `a token response without one${granted}`);
  }
  const parts = idToken.split('.');
  if (parts.length === 5) judge.inconclusive('a signed ID token', 'an encrypted one (JWE)');
  const [header, claims] = parts.slice(0, 2).map(decoded);
  if (parts.length !== 3 || header === undefined || claims === undefined)
    judge.fail({ expected: 'an ID token that is a JWS in compact form', received: 'something else' });
  return { idToken, header, claims };
}

function decoded(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Any relying party can check the signature: advertised alg, published key, found by kid (OIDC Core §10.1). */
export async function verifyIdTokenSignature(
  server: ServerUnderTest,
  judge: Judge,
  { idToken, header }: IdToken,
): Promise<void> {
  const alg = advertisedAlg(server, judge, header.alg);
  const { compactVerify, errors, importJWK } = await import('jose');
  const key = matchingKey(judge, await publishedKeys(server, judge), header, alg);
  try {
    await compactVerify(idToken, await importJWK(key, alg), { algorithms: [alg] });
  } catch (error) {
    if (error instanceof errors.JOSENotSupported)
      judge.inconclusive(`a signature by ${alg} to check`, `an algorithm or key that the harness lacks`);
    judge.fail({
      expected: 'a signature that verifies with the published key',
      received: error instanceof Error ? error.message : 'another one',
    });
  }
}

function advertisedAlg({ facts, client }: ServerUnderTest, judge: Judge, alg: unknown): string {
  const supported = listed(facts, 'id_token_signing_alg_values_supported');
  const expected = 'an alg of id_token_signing_alg_values_supported, and not none';
  if (typeof alg !== 'string' || alg.toLowerCase() === 'none')
    judge.fail({ expected, received: typeof alg === 'string' ? `alg ${alg}` : 'no alg' });
  const published = facts.discovery.some(
    ({ kind, document }) => kind === 'openid-configuration' && document !== undefined,
  );
  if (supported === undefined && !published) judge.note(`no metadata to compare alg ${alg} with`);
  else if (!supported?.includes(alg))
    judge.fail({ expected: `${expected} (${supported?.join(', ') ?? 'missing'})`, received: `alg ${alg}` });
  // OIDC Core §10.1: a MAC is checked with the client secret, which a public client does not have.
  if (alg.startsWith('HS') && client.clientSecret !== undefined)
    judge.inconclusive('a signature that jwks_uri has a key for', `a MAC with the client secret (${alg})`);
  return alg;
}

async function publishedKeys(server: ServerUnderTest, judge: Judge): Promise<JWK[]> {
  const answer = await server.transport.send({
    method: 'GET',
    url: server.endpoint('jwks'),
    headers: { accept: 'application/json' },
  });
  const expected = 'a JSON object with the array keys at jwks_uri';
  if (answer.status === 429 || answer.status >= 500) judge.inconclusive(expected, describeAnswer(answer));
  const keys = answer.status === 200 ? jsonObject(answer)?.keys : undefined;
  if (!Array.isArray(keys)) judge.fail({ expected, received: describeAnswer(answer) });
  return keys.filter((key): key is JWK => typeof key === 'object' && key !== null);
}

/** The one key that the header means; without kid, the only one there is (OIDC Core §10.1). */
function matchingKey(judge: Judge, keys: JWK[], { kid }: Record<string, unknown>, alg: string): JWK {
  const usable = keys.filter(
    (key) => key.use !== 'enc' && keyTypes(alg).includes(key.kty ?? '') && (key.alg ?? alg) === alg,
  );
  const found = kid === undefined ? usable : usable.filter((key) => key.kid === kid);
  const [key] = found;
  if (key === undefined || found.length > 1 || (kid === undefined && keys.length > 1)) {
    judge.fail({
      expected: 'exactly one key of jwks_uri for the kid and alg of the ID token',
      received: `${found.length} of ${keys.length} keys for kid ${kid === undefined ? '(none)' : JSON.stringify(kid)} and alg ${alg}`,
    });
  }
  if (kid === undefined) judge.note('the ID token names no kid; jwks_uri has one key only');
  return key;
}

function keyTypes(alg: string): string[] {
  if (/^[RP]S/.test(alg)) return ['RSA'];
  return alg.startsWith('ES') ? ['EC'] : ['OKP', 'AKP'];
}
