import type { Request, Response } from 'express';
import type { Exchange, WireRequest } from './exchange.js';
import { json, type Reply } from './reply.js';
import { type Endpoint, endpointAt } from './router.js';
import type { Tenant } from './tenant.js';

/** Answers one HTTP request on behalf of a tenant, and journals it. `path` is that below the issuer. */
export async function serveExchange(
  tenant: Tenant,
  path: string,
  request: Request,
  response: Response,
): Promise<void> {
  const exchange: Exchange = { tenant, seams: tenant.takeSeams(), request: wireRequest(path, request) };
  const endpoint = endpointAt(path);
  const reply = endpoint === undefined ? notFound(path) : await answer(endpoint, exchange);
  journal(exchange, reply);
  await exchange.seams.transport.send(reply, response, exchange);
}

async function answer(endpoint: Endpoint, exchange: Exchange): Promise<Reply> {
  const cors = exchange.seams.transport.cors(exchange, endpoint.scriptable);
  if (exchange.request.method === 'OPTIONS') return preflight(exchange, cors);
  const reply = await endpoint.answer(exchange);
  return { ...reply, headers: { ...reply.headers, ...cors } };
}

/** Fetch standard, CORS-preflight fetch. */
function preflight(exchange: Exchange, cors: Record<string, string>): Reply {
  exchange.decidedBy = 'preflight';
  const allowed = {
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'authorization, content-type',
  };
  return { status: 204, headers: Object.keys(cors).length > 0 ? { ...cors, ...allowed } : {}, body: '' };
}

function notFound(path: string): Reply {
  return json(404, { error: 'not_found', error_description: `nothing is served at ${path.slice(0, 100)}` });
}

function wireRequest(path: string, request: Request): WireRequest {
  const query = request.originalUrl.indexOf('?');
  return {
    method: request.method,
    path,
    rawQuery: query < 0 ? '' : request.originalUrl.slice(query + 1),
    headers: request.headers,
    body: typeof request.body === 'string' ? request.body : '',
  };
}

function journal({ tenant, request, decidedBy, error }: Exchange, reply: Reply): void {
  const { journal, clock } = tenant;
  const location = reply.headers['location'];
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
  journal.add({
    at: clock.now(),
    method: request.method,
    path: request.path,
    query: journal.redactedParameters(new URLSearchParams(request.rawQuery)),
    form: isForm ? journal.redactedParameters(new URLSearchParams(request.body)) : {},
    headers: journal.redactedHeaders(request.headers),
    status: reply.status,
    ...(typeof location === 'string' ? { location: journal.redactedLocation(location) } : {}),
    decidedBy: decidedBy ?? 'route',
    ...(error === undefined ? {} : { error }),
  });
}
