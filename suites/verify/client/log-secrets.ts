import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import { parametersOf } from '../../../fixtures/client/login.js';

/** A value that a client's log must not hold. */
export interface Secret {
  /** `access token`, `code` … */
  what: string;
  value: string;
  /** Whether it opens something by itself, so that its place in a log is the worse finding. */
  opens: boolean;
}

/** Characters below which a value would be found in ordinary words. */
const shortest = 16;

/** Every secret that the wire of this test has shown, in the spellings in which logs show values. */
export function secretsOnTheWire(client: ClientUnderTest): Secret[] {
  const secrets: Secret[] = [];
  const add = (what: string, opens: boolean, value: unknown) => {
    if (typeof value !== 'string' || value.length < shortest) return;
    for (const spelling of spellings(value)) secrets.push({ what, value: spelling, opens });
  };
  add('client secret', true, client.configuration.clientSecret);
  for (const request of client.seen) {
    add('access token', true, request.answered('access_token'));
    add('refresh token', true, request.answered('refresh_token'));
    add('refresh token', true, request.parameter('refresh_token'));
    add('ID token', true, request.answered('id_token'));
    add('code', false, parametersOf(request.answerHeader('location') ?? '').get('code'));
    add('code', false, request.endpoint === 'token' ? request.parameter('code') : undefined);
    add('code verifier', false, request.parameter('code_verifier'));
    add('client secret', true, /^basic +(\S+)$/i.exec(request.header('authorization') ?? '')?.[1]);
  }
  return secrets;
}

/** As it is, percent-encoded, in base64, and of a JWT payload and signature, which are as good as the whole. */
function spellings(value: string): Set<string> {
  const [, payload = '', signature = ''] = value.split('.').length === 3 ? value.split('.') : [];
  return new Set(
    [
      value,
      encodeURIComponent(Buffer.from(value).toString()),
      Buffer.from(value).toString('base64').replace(/=+$/, ''),
      payload,
      signature,
    ].filter(({ length }) => length >= shortest),
  );
}
