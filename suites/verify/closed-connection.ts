import { Inconclusive } from '../../fixtures/verdict/verdict.js';
import type { Answer } from '../../fixtures/wire/transport.js';

/** A server may close the connection on a request that is too large for it (RFC 9110 §15.5.14, RFC 6585 §5). */
export async function orClosed(answer: Promise<Answer>): Promise<Answer | 'closed'> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Inconclusive && /socket hang up|ECONNRESET|EPIPE/.test(error.message))
      return 'closed';
    throw error;
  }
}
