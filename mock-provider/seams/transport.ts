import type { ServerResponse } from 'node:http';
import type { Exchange } from '../exchange.js';
import type { Reply } from '../reply.js';

/** How an answer travels, whatever it says. */
export interface TransportSeam {
  /** CORS headers (Fetch standard): open to every origin without cookies where scripts call, closed elsewhere. */
  cors(exchange: Exchange, scriptable: boolean): Record<string, string>;
  /** Answers before any endpoint sees the request, as a rate limiter or proxy in front does; undefined: go on. */
  admit(exchange: Exchange): Reply | undefined;
  /** Writes the answer: the place to delay, stall, truncate or close. */
  send(reply: Reply, response: ServerResponse, exchange: Exchange): void | Promise<void>;
}

/**
 * Framing, content and referrer policy are the pages' own. There is no opener policy: it would cut the tie between
 * a client's page and the popup in which it lets people log in.
 */
const everywhere = { 'x-content-type-options': 'nosniff' };

export const transport: TransportSeam = {
  cors(_exchange, scriptable): Record<string, string> {
    return scriptable ? { 'access-control-allow-origin': '*' } : {};
  },
  admit: () => undefined,
  send(reply, response) {
    const length = { 'content-length': Buffer.byteLength(reply.body) };
    response.writeHead(reply.status, { ...everywhere, ...reply.headers, ...length });
    response.end(reply.body);
  },
};
