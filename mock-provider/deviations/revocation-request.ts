import { acceptForm, type BackChannelExchange } from '../endpoints/back-channel.js';
import { formBody } from '../exchange.js';
import { jsonParameters, mediaType } from '../json-parameters.js';
import { OAuthError } from '../oauth-error.js';
import { pathPattern } from '../path-template.js';
import type { RevocationShape, TokenPlace } from './revocation-shape.js';

/** Establishes the parameters of a revocation request, the token under its standard name. */
export function readRevocation(exchange: BackChannelExchange, shape: RevocationShape): void {
  const { path, methods = ['POST'], tokenIn = ['form'], parameter = 'token' } = shape;
  const { method, asked } = exchange.request;
  if (!methods.includes(method)) throw wrongMethod(methods);
  const segments = path === undefined ? undefined : pathPattern(path).exec(asked)?.groups;
  const bearer = tokenIn.includes('bearer') ? bearerToken(exchange) : undefined;
  const sent = [
    ...Object.entries({ ...segments }),
    ...parametersSent(exchange, tokenIn),
    ...(bearer === undefined ? [] : [[parameter, bearer] as [string, string]]),
  ];
  const standard = sent.map(([name, value]): [string, string] => [
    name === parameter ? 'token' : name,
    value,
  ]);
  acceptForm(exchange, new URLSearchParams(standard));
}

/** The token of the Authorization header, which then says nothing of a client (RFC 6750 §2.1). */
export function bearerToken({ request }: BackChannelExchange): string | undefined {
  return /^bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

function parametersSent({ request }: BackChannelExchange, places: readonly TokenPlace[]): [string, string][] {
  const query = places.includes('query') ? [...new URLSearchParams(request.rawQuery)] : [];
  if (request.body === '') return query;
  const isJson = mediaType(request.headers['content-type']) === 'application/json';
  if (isJson && places.includes('json')) return [...query, ...jsonParameters(request.body)];
  return places.includes('form') ? [...query, ...formBody(request)] : query;
}

function wrongMethod(methods: readonly string[]): OAuthError {
  const allow = methods.join(', ');
  return new OAuthError('invalid_request', `this endpoint is called by ${allow}`, 405, { allow });
}
