import type { Fault } from '../fault.js';
import { json } from '../reply.js';
import { tokenReply } from './token-reply.js';

/** Deviation in which every token request is refused with this error (RFC 6749 §5.2), whatever it asks for. */
export function tokenError(code: string, status: 400 | 401 = 400): Fault['seams'] {
  const body = { error: code, error_description: `refused by the fault ${code}` };
  // A client that tried the Authorization header is told the scheme.
  return tokenReply(({ request }) => {
    const challenge = status === 401 && request.headers.authorization !== undefined;
    return json(status, body, {
      'cache-control': 'no-store',
      ...(challenge ? { 'www-authenticate': 'Basic realm="token"' } : {}),
    });
  });
}
