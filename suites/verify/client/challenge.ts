import type { Judge } from '../../../fixtures/verdict/judge.js';

/** The challenge of an authorization request is made by S256 (RFC 7636 §4.3: left out, the method is plain). */
export function verifyNotPlain(judge: Judge, parameters: URLSearchParams): void {
  const method = parameters.get('code_challenge_method');
  if (method === 'S256') return;
  judge.fail({
    expected: 'code_challenge_method=S256',
    received: method === null ? 'none, which means plain' : JSON.stringify(method),
  });
}

/** Whether the nonce of OpenID Connect keeps injected codes out, as a challenge would (RFC 9700 §2.1.1). */
export function withNonce(parameters: URLSearchParams): boolean {
  const scopes = (parameters.get('scope') ?? '').split(' ');
  return scopes.includes('openid') && parameters.has('nonce');
}
