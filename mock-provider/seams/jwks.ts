import type { JWK } from 'jose';
import type { Exchange } from '../exchange.js';

/** RFC 7517. */
export interface JwksSeam {
  keys(keys: JWK[], exchange: Exchange): JWK[];
}

export const jwks: JwksSeam = {
  keys: (keys) => keys,
};
