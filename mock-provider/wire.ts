import type { IncomingHttpHeaders } from 'node:http';
import type { Reply } from './reply.js';

/** A request as it came over the wire. */
export interface WireRequest {
  method: string;
  /** Path below the tenant's issuer, without query; of an endpoint, our own, wherever a profile has it. */
  path: string;
  /** The path below the issuer that was really asked for. */
  asked: string;
  /** Query as sent, still percent-encoded, without the question mark. */
  rawQuery: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A request with what became of it, as a harness in the same process sees both; secrets are in it. */
export interface WireExchange {
  request: WireRequest;
  /** performance.now() when the whole request was there. */
  arrivedAt: number;
  /** Absent while the answer is not decided, and for good where the connection is closed instead. */
  reply?: Reply;
  /** performance.now() when the answer was handed to the connection. */
  answeredAt?: number;
  /** The step that answered. */
  decidedBy?: string;
  error?: { code: string; description: string };
  /** What a strict server would have refused the request for. */
  waived: string[];
  /** Called when the answer was handed to the connection: not where a fault keeps it back or closes the connection. */
  onAnswered?: () => void;
}
