import { createLocalJWKSet, jwtVerify } from 'jose';
import type { Client } from '../client.js';
import { type SigningAlgorithm, SigningKey } from '../keys.js';

/** What a client secret must hold that is a JWT. */
export interface SecretJwt {
  algorithm: SigningAlgorithm;
  /** `iss`: whom the provider gave the key to. `sub` is the client. */
  issuer: string;
  audience: string;
  /** How far ahead `exp` may be. */
  seconds: number;
}

/** A key for this client, and a secret that is good for as long as there may be. */
export async function newSecret(
  { client_id }: Client,
  { algorithm, issuer, audience, seconds }: SecretJwt,
  now: number,
): Promise<Pick<Client, 'client_secret' | 'jwks'>> {
  const key = await SigningKey.generate(algorithm);
  const claims = { iss: issuer, sub: client_id, aud: audience, iat: now, exp: now + seconds };
  return { jwks: { keys: [key.publicJwk] }, client_secret: await key.sign(claims, 'JWT') };
}

export async function secretHolds(
  secret: string,
  client: Client,
  { algorithm, issuer, audience, seconds }: SecretJwt,
  now: number,
): Promise<boolean> {
  try {
    const { payload, protectedHeader } = await jwtVerify(
      secret,
      createLocalJWKSet(client.jwks ?? { keys: [] }),
      {
        algorithms: [algorithm],
        issuer,
        subject: client.client_id,
        audience,
        currentDate: new Date(now * 1000),
        requiredClaims: ['exp'],
      },
    );
    return protectedHeader.kid !== undefined && (payload.exp as number) - now <= seconds;
  } catch {
    return false;
  }
}
