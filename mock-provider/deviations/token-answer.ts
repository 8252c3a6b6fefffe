import type { Fault } from '../fault.js';
import type { Reply } from '../reply.js';
import type { TokenBody } from '../seams/token-response.js';

/** Deviation of the whole answer to a token request that was granted, of whichever grant; its tokens are good. */
export function tokenAnswer(answer: (body: TokenBody) => Reply): Fault['seams'] {
  return { tokenResponse: () => ({ deliver: (body) => answer(body) }) };
}
