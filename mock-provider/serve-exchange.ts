import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Exchange } from './exchange.js';
import { json, type Reply } from './reply.js';
import { type Endpoint, endpointAt } from './router.js';
import type { Tenant } from './tenant.js';
import type { WireExchange, WireRequest } from './wire.js';

/** Answers one HTTP request on behalf of a tenant, and journals it. */
export async function serveExchange(
  tenant: Tenant,
  request: WireRequest,
  response: ServerResponse,
): Promise<void> {
  const { path } = request;
  // A preflight is the browser's request, not the client's: it uses no planned fault up.
  const seams = request.method === 'OPTIONS' ? tenant.seams : tenant.takeSeams(path);
  const exchange: Exchange = { tenant, seams, request };
  const observed = tenant.onWire === undefined ? undefined : observe(tenant.onWire, request, response);
  const reply =
    inFront(exchange) ?? (await tenant.intercept?.(request)) ?? (await answer(endpointAt(path), exchange));
  journal(exchange, reply);
  if (observed !== undefined) complete(observed, exchange, reply);
  await exchange.seams.transport.send(reply, response, exchange);
}

function observe(
  onWire: (exchange: WireExchange) => void,
  request: WireRequest,
  response: ServerResponse,
): WireExchange {
  const observed: WireExchange = { request, arrivedAt: performance.now(), waived: [] };
  response.once('finish', () => {
    observed.answeredAt = performance.now();
    observed.onAnswered?.();
  });
  onWire(observed);
  return observed;
}

function complete(observed: WireExchange, { decidedBy, error, waived = [] }: Exchange, reply: Reply): void {
  observed.decidedBy = decidedBy ?? 'transport';
  if (error !== undefined) observed.error = error;
  observed.waived.push(...waived);
  observed.reply = reply;
}

function inFront(exchange: Exchange): Reply | undefined {
  exchange.decidedBy = 'transport';
  return exchange.seams.transport.admit(exchange);
}

async function answer(endpoint: Endpoint | undefined, exchange: Exchange): Promise<Reply> {
  exchange.decidedBy = 'route';
  if (endpoint === undefined) return notFound(exchange.request.asked);
  const cors = exchange.seams.transport.cors(exchange, endpoint.scriptable);
  if (exchange.request.method === 'OPTIONS') return preflight(exchange, cors);
  const reply = await (methodRefusal(endpoint, exchange) ?? endpoint.answer(exchange));
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

function methodRefusal({ methods }: Endpoint, exchange: Exchange): Reply | undefined {
  if (methods === undefined || methods.includes(exchange.request.method)) return undefined;
  exchange.error = { code: 'invalid_request', description: `this is asked for by ${methods.join(', ')}` };
  const body = { error: exchange.error.code, error_description: exchange.error.description };
  return json(405, body, { allow: methods.join(', ') });
}

function notFound(path: string): Reply {
  return json(404, { error: 'not_found', error_description: `nothing is served at ${path.slice(0, 100)}` });
}

/** A request as endpoints see it. `asked` is its path below the issuer, `body` the whole text. */
export function wireRequest(
  { paths }: Tenant,
  asked: string,
  { method = 'GET', url = '', headers }: IncomingMessage,
  body: string,
): WireRequest {
  const query = url.indexOf('?');
  const path = paths.own(asked) ?? unserved;
  return { method, path, asked, rawQuery: query < 0 ? '' : url.slice(query + 1), headers, body };
}

/** In place of the path of an endpoint that this tenant does not have. */
const unserved = '/';

function journal({ tenant, request, decidedBy, error }: Exchange, reply: Reply): void {
  const { journal, clock } = tenant;
  const location = reply.headers.location;
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
  journal.add({
    at: clock.now(),
    method: request.method,
    path: request.asked.slice(0, 500),
    query: journal.redactedParameters(new URLSearchParams(request.rawQuery)),
    form: isForm ? journal.redactedParameters(new URLSearchParams(request.body)) : {},
    headers: journal.redactedHeaders(request.headers),
    status: reply.status,
    ...(typeof location === 'string' ? { location: journal.redactedLocation(location) } : {}),
    decidedBy: decidedBy ?? 'transport',
    ...(error === undefined ? {} : { error }),
  });
}
