import { randomUUID } from 'node:crypto';
import { CompactSign, type CryptoKey, exportJWK, generateKeyPair, type JWK } from 'jose';

export const signingAlgorithms = ['ES256', 'RS256', 'PS256', 'EdDSA'] as const;
export type SigningAlgorithm = (typeof signingAlgorithms)[number];

/** One signing key of a tenant; `publicJwk` is what the JWKS shows. */
export class SigningKey {
  private constructor(
    readonly algorithm: SigningAlgorithm,
    readonly publicJwk: JWK,
    private readonly privateKey: CryptoKey,
  ) {}

  static async generate(algorithm: SigningAlgorithm): Promise<SigningKey> {
    const { publicKey, privateKey } = await generateKeyPair(algorithm);
    const jwk = { ...(await exportJWK(publicKey)), kid: randomUUID(), alg: algorithm, use: 'sig' };
    return new SigningKey(algorithm, jwk, privateKey);
  }

  /** Signs claims as a compact JWS; `typ` tells an access token (`at+jwt`, RFC 9068 §2.1) from an ID token. */
  sign(claims: Record<string, unknown>, typ: string): Promise<string> {
    const header = { alg: this.algorithm, typ, kid: this.publicJwk.kid as string };
    return new CompactSign(Buffer.from(JSON.stringify(claims)))
      .setProtectedHeader(header)
      .sign(this.privateKey);
  }
}
