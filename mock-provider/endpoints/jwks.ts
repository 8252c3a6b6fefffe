import type { Exchange } from '../exchange.js';
import { json, type Reply } from '../reply.js';

/** RFC 7517 §5. */
export function jwks(exchange: Exchange): Reply {
  const keys = exchange.seams.jwks.keys([exchange.tenant.signingKey.publicJwk], exchange);
  return json(200, { keys }, { 'cache-control': 'public, max-age=60' });
}
