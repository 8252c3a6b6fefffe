import { createHash } from 'node:crypto';
import type { BackChannelExchange } from '../endpoints/back-channel.js';
import type { SigningAlgorithm } from '../keys.js';
import { invalidGrant } from '../oauth-error.js';
import type { CodeRecord, Grant } from '../records.js';
import type { TokenBody } from '../seams/token-response.js';
import { requestedAudience, tokenBody } from './grant.js';

/** RFC 6749 §4.1.3, RFC 7636 §4.6. */
export async function authorizationCodeGrant(exchange: BackChannelExchange): Promise<TokenBody> {
  const record = findCode(exchange);
  const { seams } = exchange;
  const audience = fittingAudience(exchange, record);
  const scope = seams.code.scope(record.grant.scope, exchange);
  if (!(await seams.code.consume(record))) {
    seams.code.replayed(record);
    throw invalidGrant('used-code', 'the code was redeemed before; its tokens are revoked');
  }
  const body = await tokenBody(exchange, {
    grantType: 'authorization_code',
    grant: record.grant,
    scope,
    audience,
  });
  if (record.grant.scope.includes('openid'))
    body.id_token = await idToken(exchange, record.grant, String(body.access_token));
  return body;
}

/** Whether the rest of the request fits the code; returns the audience that it asks for. */
function fittingAudience(exchange: BackChannelExchange, record: CodeRecord): string[] {
  const { seams, parameters } = exchange;
  try {
    if (!seams.code.redirectUriMatches(record, parameters.get('redirect_uri'), exchange)) {
      throw invalidGrant('redirect-uri', 'redirect_uri differs from that of the authorization request');
    }
    seams.tokenRequest.checkVerifier(record.challenge, parameters.get('code_verifier'), exchange);
    return requestedAudience(exchange, record.grant);
  } catch (error) {
    seams.code.failed(record);
    throw error;
  }
}

function findCode(exchange: BackChannelExchange): CodeRecord {
  const { seams, tenant, client } = exchange;
  const record = seams.code.find(seams.tokenRequest.required('code', exchange), exchange);
  if (record === undefined || !seams.code.belongsTo(record, client)) {
    throw invalidGrant('code', 'the code is unknown or was issued to another client');
  }
  if (tenant.clock.now() >= record.expiresAt) throw invalidGrant('code', 'the code has expired');
  if (record.grant.revoked) throw invalidGrant(record.used ? 'used-code' : 'code', 'the grant was revoked');
  return record;
}

/** OpenID Connect Core §2, §3.1.3.6. */
async function idToken(exchange: BackChannelExchange, grant: Grant, accessToken: string): Promise<string> {
  const { tenant, seams } = exchange;
  const now = tenant.clock.now();
  const claims = {
    iss: tenant.issuer,
    sub: grant.sub,
    aud: grant.client.client_id,
    iat: now,
    exp: now + tenant.lifetimes.accessToken,
    auth_time: grant.authTime,
    at_hash: leftHalfHash(accessToken, tenant.signingKey.algorithm),
    ...(grant.nonce === undefined ? {} : { nonce: grant.nonce }),
  };
  return seams.idToken.sign(seams.idToken.claims(claims, exchange), exchange);
}

/** With the hash function of the signature: SHA-512 for Ed25519, SHA-256 for the rest that we sign with. */
function leftHalfHash(value: string, algorithm: SigningAlgorithm): string {
  const digest = createHash(algorithm === 'EdDSA' ? 'sha512' : 'sha256')
    .update(value, 'ascii')
    .digest();
  return digest.subarray(0, digest.length / 2).toString('base64url');
}
