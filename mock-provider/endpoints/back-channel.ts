import type { Client } from '../client.js';
import { type Exchange, formBody, runSteps, type Step, singleParameters } from '../exchange.js';
import { describable, OAuthError } from '../oauth-error.js';
import { json, type Reply } from '../reply.js';

/** A request that a client sends itself, with its own authentication: token, revocation, introspection. */
export interface BackChannelExchange extends Exchange {
  endpoint: 'token' | 'revocation' | 'introspection';
  form: URLSearchParams;
  parameters: Map<string, string>;
  /** Set by authenticate-client. */
  client: Client;
}

/** A back-channel exchange before its first step: what the steps establish is not there yet. */
export function backChannel(
  exchange: Exchange,
  endpoint: BackChannelExchange['endpoint'],
): BackChannelExchange {
  return Object.assign(exchange, {
    endpoint,
    form: new URLSearchParams(),
    parameters: new Map(),
  }) as BackChannelExchange;
}

/** RFC 7009 §2.1, RFC 7662 §2.1: POST with a form, no parameter twice. */
export function readForm(exchange: BackChannelExchange): void {
  if (exchange.request.method !== 'POST') throw methodNotAllowed(exchange);
  acceptForm(exchange, formBody(exchange.request));
}

export function acceptForm(exchange: BackChannelExchange, form: URLSearchParams): void {
  const { parameters, repeated } = singleParameters(form, ['resource']);
  if (repeated !== undefined)
    throw new OAuthError('invalid_request', `${describable(repeated)} came more than once`);
  exchange.form = form;
  exchange.parameters = parameters;
}

export function methodNotAllowed({ request }: Exchange): OAuthError {
  return new OAuthError(
    'invalid_request',
    `this endpoint is called by POST, not by ${describable(request.method)}`,
    405,
    { allow: 'POST' },
  );
}

/** Runs the steps; an OAuthError becomes the JSON of RFC 6749 §5.2. */
export async function answerJson<E extends Exchange>(
  exchange: E,
  steps: readonly Step<E>[],
  deliverError: (error: OAuthError) => Reply = errorReply,
): Promise<Reply> {
  try {
    return await runSteps(exchange, steps);
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    exchange.error = { code: error.code, description: error.description };
    return deliverError(error);
  }
}

/** RFC 6749 §5.2. */
export function errorReply({ code, description, status, headers }: OAuthError): Reply {
  return json(
    status,
    { error: code, error_description: description },
    { 'cache-control': 'no-store', ...headers },
  );
}
