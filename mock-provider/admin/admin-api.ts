import type { Request, Response } from 'express';
import { OptionError } from '../nearest.js';
import type { MockProvider } from '../provider.js';
import type { AdminOptions } from './admin-options.js';
import { type AdminApi, adminPrefix } from './admin-path.js';
import { checkCaller, checkHost } from './guard.js';
import { type AdminAnswer, AdminError, type AdminRoute } from './route.js';
import { adminRoutes } from './routes.js';
import { Sessions } from './sessions.js';

interface AdminContext {
  provider: MockProvider;
  host: string;
  options: AdminOptions | undefined;
}

type Guarded = AdminContext & { sessions: Sessions };

export function adminApi(unguarded: AdminContext): AdminApi {
  const context = { ...unguarded, sessions: new Sessions() };
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
  context: Guarded,
  path: string,
  request: Request,
  response: Response,
): Promise<AdminAnswer | undefined> {
  const { provider, options, sessions } = context;
  const matches = matchesAt(path.slice(adminPrefix.length));
  const found = matches.find(({ route }) => route.method === request.method);
  checkAccess(context, found?.route.access, request);
  if (matches.length === 0) throw notFound('the admin API has no such path');
  if (found === undefined) {
    const allow = matches.map(({ route }) => route.method).join(', ');
    throw new AdminError(405, 'invalid_request', `call this by ${allow}`, { allow });
  }
  return found.route.answer({
    provider,
    tenant: namedTenant(provider, found.named.tenant),
    file: found.named.file ?? '',
    query: new URLSearchParams(request.originalUrl.split('?')[1] ?? ''),
    request,
    body: found.route.body && readBody(request, found.route.body),
    response,
    sessions,
    token: options?.token ?? '',
  });
}

function checkAccess(
  { provider, host, options, sessions }: Guarded,
  access: AdminRoute['access'],
  request: Request,
): void {
  if (access === 'always') return;
  if (options === undefined) throw notFound('the admin API is off; start the mock with an admin token');
  checkHost(request, [host, new URL(provider.issuer).hostname]);
  if (access === undefined) checkCaller(request, { token: options.token, sessions, issuer: provider.issuer });
}

const compiled = adminRoutes.map((route) => ({
  route,
  pattern: new RegExp(`^${route.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
}));

interface Match {
  route: AdminRoute;
  named: { tenant?: string; file?: string };
}

function matchesAt(path: string): Match[] {
  return compiled.flatMap(({ route, pattern }) => {
    const match = pattern.exec(path);
    return match === null ? [] : [{ route, named: { ...match.groups } }];
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
  response.status(status).set({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  if (body === undefined) response.end();
  else response.json(body);
}
