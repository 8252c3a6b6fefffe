import { describable, OAuthError } from './oauth-error.js';
import type { Reply } from './reply.js';
import type { Seams } from './seams/index.js';
import type { Tenant } from './tenant.js';
import type { WireRequest } from './wire.js';

/** One request on its way through an endpoint's steps. Endpoints extend it with what their steps establish. */
export interface Exchange {
  readonly tenant: Tenant;
  /** The rules in force for this request: the tenant's, or those of a fault that plays once. */
  readonly seams: Seams;
  readonly request: WireRequest;
  /** Name of the step that answered; the journal shows it. */
  decidedBy?: string;
  /** OAuth error code of the answer, for the journal. */
  error?: { code: string; description: string };
  /** What a strict server would have refused this request for, and a `waive-*` fault let pass. */
  waived?: string[];
}

/** Establishes one fact or refuses: a returned reply ends the exchange, an OAuthError is answered by the endpoint. */
// biome-ignore lint/suspicious/noConfusingVoidType: a step that lets the request pass returns nothing
export type Step<E extends Exchange> = (exchange: E) => Reply | void | Promise<Reply | void>;

/** Runs the steps in order until one of them answers. */
export async function runSteps<E extends Exchange>(exchange: E, steps: readonly Step<E>[]): Promise<Reply> {
  for (const step of steps) {
    exchange.decidedBy = step.name;
    const reply = await step(exchange);
    if (reply) return reply;
  }
  throw new Error(`no step answered ${exchange.request.method} ${exchange.request.path}`);
}

/**
 * Parameters by name. A parameter sent twice is refused, one sent empty counts as left out (RFC 6749 §3.1, §3.2).
 * `repeatable` names those that an extension lets repeat (`resource`, RFC 8707 §2).
 */
export function singleParameters(
  encoded: URLSearchParams,
  repeatable: readonly string[] = [],
): { parameters: Map<string, string>; repeated: string | undefined } {
  const parameters = new Map<string, string>();
  let repeated: string | undefined;
  for (const [name, value] of encoded) {
    if (repeatable.includes(name)) continue;
    if (parameters.has(name)) repeated ??= name;
    else if (value !== '') parameters.set(name, value);
  }
  return { parameters, repeated };
}

/** The form of a POST (RFC 6749 Appendix B), or `invalid_request` with what came instead. */
export function formBody(request: WireRequest): URLSearchParams {
  const contentType = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (contentType !== 'application/x-www-form-urlencoded') {
    throw new OAuthError(
      'invalid_request',
      `the body must be application/x-www-form-urlencoded, not ${describable(contentType ?? 'a body without Content-Type')}`,
    );
  }
  return new URLSearchParams(request.body);
}

/** Cookies of the request by name; of a name sent twice the first counts. */
export function cookies(request: Pick<WireRequest, 'headers'>): Map<string, string> {
  const jar = new Map<string, string>();
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const separator = pair.indexOf('=');
    const name = pair.slice(0, separator).trim();
    if (separator > 0 && !jar.has(name)) jar.set(name, pair.slice(separator + 1).trim());
  }
  return jar;
}

/** Splits a space-separated list such as `scope`, without empty or repeated members. */
export function spaceSeparated(value: string | undefined): string[] {
  return [...new Set((value ?? '').split(' ').filter((part) => part !== ''))];
}
