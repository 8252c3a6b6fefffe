/** What a code as wide as invalid_grant stands for, where providers tell such cases apart. */
export const errorReasons = [
  'code',
  'used-code',
  'redirect-uri',
  'verifier',
  'refresh-token',
  'client-id',
  'client-secret',
  'authentication-method',
] as const;
export type ErrorReason = (typeof errorReasons)[number];

/**
 * An error that has a code on the wire. The endpoint decides how it travels: JSON body, redirect or page.
 * `description` goes to the client, so it never repeats a secret and keeps to the alphabet of RFC 6749 §5.2.
 */
export class OAuthError extends Error {
  override readonly name = 'OAuthError';
  reason: ErrorReason | undefined;

  constructor(
    readonly code: string,
    readonly description: string,
    /** HTTP status where the error is answered directly. */
    readonly status = 400,
    readonly headers: Record<string, string> = {},
  ) {
    super(`${code}: ${description}`);
  }

  because(reason: ErrorReason): this {
    this.reason = reason;
    return this;
  }
}

/** RFC 6749 §5.2: the code or refresh token does not hold, or not for this request. */
export function invalidGrant(reason: ErrorReason, description: string): OAuthError {
  return new OAuthError('invalid_grant', description).because(reason);
}

/** Makes a value fit for `error_description`: %x20-21 / %x23-5B / %x5D-7E, bounded. */
export function describable(value: string): string {
  return value.replace(/[^\x20-\x21\x23-\x5B\x5D-\x7E]/g, '?').slice(0, 200);
}
