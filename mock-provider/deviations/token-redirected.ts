import type { Fault } from '../fault.js';
import { empty } from '../reply.js';
import { tokenReply } from './token-reply.js';

/** Deviation in which token requests are redirected to the token endpoint of the accomplice. */
export function tokenRedirected(status: 302 | 307 | 308): Fault['seams'] {
  return tokenReply(({ tenant }) => empty(status, { location: `${tenant.accomplice}/token` }));
}
