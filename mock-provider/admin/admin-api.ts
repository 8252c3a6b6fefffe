import type { Request, Response } from 'express';
import { OptionError } from '../nearest.js';
import type { MockProvider } from '../provider.js';
import type { AdminOptions } from './admin-options.js';
import { checkHost, checkToken } from './guard.js';
import { type AdminAnswer, AdminError, type AdminRoute } from './route.js';
import { adminRoutes } from './routes.js';

/** Answers one request below `/_proofkey/`. */
export type AdminApi = (path: string, request: Request, response: Response) => Promise<void>;

interface AdminContext {
  provider: MockProvider;
  host: string;
  options: AdminOptions | undefined;
}

const prefix = '/_proofkey';

export function isAdminPath(path: string): boolean {
  return path === prefix || path.startsWith(`${prefix}/`);
}

export function adminApi(context: AdminContext): AdminApi {
  return async (path, request, response) => {
    try {
      const answer = await answerCall(context, path, request, response);
      if (answer !== undefined) send(response, answer);
    } catch (error) {
      const { status, code, headers, message } = asAdminError(error);
      send(response.set(headers), { status, body: { error: code, error_description: message } });
    }
  };
}

async function answerCall(
  context: AdminContext,
  path: string,
  request: Request,
  response: Response,
): Promise<AdminAnswer | undefined> {
  const { provider, host, options } = context;
  const matches = matchesAt(path.slice(prefix.length));
  const found = matches.find(({ route }) => route.method === request.method);
  if (!found?.route.open) {
    if (options === undefined) throw notFound('the admin API is off; start the mock with an admin token');
    checkHost(request, [host, new URL(provider.issuer).hostname]);
    checkToken(request, options.token);
  }
  if (matches.length === 0) throw notFound('the admin API has no such path');
  if (found === undefined) {
    const allow = matches.map(({ route }) => route.method).join(', ');
    throw new AdminError(405, 'invalid_request', `call this by ${allow}`, { allow });
  }
  return found.route.answer({
    provider,
    tenant: namedTenant(provider, found.tenant),
    query: new URLSearchParams(request.originalUrl.split('?')[1] ?? ''),
    headers: request.headers,
    body: found.route.body && readBody(request, found.route.body),
    response,
  });
}

const compiled = adminRoutes.map((route) => ({
  route,
  pattern: new RegExp(`^${route.path.replace('{tenant}', '([^/]+)')}$`),
}));

function matchesAt(path: string): { route: AdminRoute; tenant: string | undefined }[] {
  return compiled.flatMap(({ route, pattern }) => {
    const match = pattern.exec(path);
    return match === null ? [] : [{ route, tenant: match[1] }];
  });
}

function namedTenant(provider: MockProvider, name: string | undefined) {
  if (name === undefined) return provider.defaultTenant;
  try {
    return provider.tenant(name);
  } catch (error) {
    throw notFound((error as OptionError).message);
  }
}

function readBody(request: Request, shape: NonNullable<AdminRoute['body']>): unknown {
  if (request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() !== 'application/json') {
    throw new AdminError(415, 'invalid_request', 'send JSON with Content-Type: application/json');
  }
  const body = parsed(String(request.body ?? ''));
  shape(body, typeof body === 'object' && body !== null && !Array.isArray(body) ? '' : 'the body');
  return body;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new AdminError(400, 'invalid_request', 'the body is no JSON');
  }
}

function notFound(description: string): AdminError {
  return new AdminError(404, 'not_found', description);
}

/** Anything else is a defect of ours: Express answers it with 500. */
function asAdminError(error: unknown): AdminError {
  if (error instanceof AdminError) return error;
  if (error instanceof OptionError) return new AdminError(400, 'invalid_request', error.message);
  throw error;
}

function send(response: Response, { status, body }: AdminAnswer): void {
  response.status(status).set('cache-control', 'no-store');
  if (body === undefined) response.end();
  else response.json(body);
}
