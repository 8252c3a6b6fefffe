import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import express, { type ErrorRequestHandler } from 'express';
import { type AdminApi, isAdminPath } from './admin/admin-path.js';
import { describable } from './oauth-error.js';
import { hasBody, plainBody, plainPath } from './plain-request.js';
import { serveExchange, wireRequest } from './serve-exchange.js';
import type { Tenant } from './tenant.js';

/** Who answers a request, and what its path is below that tenant's issuer. */
export interface ServedTenant {
  tenant: Tenant;
  path: string;
  /** Whether it came to the default tenant itself, where the admin API lives. */
  isDefault: boolean;
}

const bodyLimit = '256kb';

/** What HTTP asks of every listener: headers, a bounded body, and no 5xx for what cannot be read. */
export function wireApplication(
  served: (request: IncomingMessage, path: string) => ServedTenant,
  admin: AdminApi,
): RequestListener {
  const framework = frameworkApplication(served, admin);
  return (request, response) => {
    const asked = plainPath(request);
    if (asked === undefined) return framework(request, response);
    const { tenant, path, isDefault } = served(request, asked);
    if (isDefault && isAdminPath(path)) return framework(request, response);
    const answered = hasBody(request)
      ? plainBody(request).then((body) =>
          serveExchange(tenant, wireRequest(tenant, path, request, body), response),
        )
      : serveExchange(tenant, wireRequest(tenant, path, request, ''), response);
    answered.catch((error: unknown) => refuse(error as Refused, response));
  };
}

/** The admin API, and whatever is not read as easily: chunked, compressed, large or malformed. */
function frameworkApplication(
  served: (request: IncomingMessage, path: string) => ServedTenant,
  admin: AdminApi,
): express.Express {
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.use(express.text({ type: () => true, limit: bodyLimit, defaultCharset: 'utf-8' }));
  app.use((request, response) => {
    const { tenant, path, isDefault } = served(request, request.path);
    if (isDefault && isAdminPath(path)) return admin(path, request, response);
    const body = typeof request.body === 'string' ? request.body : '';
    return serveExchange(tenant, wireRequest(tenant, path, request, body), response);
  });
  app.use(refuseMalformed);
  return app;
}

const refuseMalformed: ErrorRequestHandler = (error: Refused, _request, response, next) => {
  if (response.headersSent) return next(error);
  refuse(error, response);
};

interface Refused {
  status?: number;
  message?: string;
}

/** What the HTTP layer could not read (size, encoding, length) is the sender's fault, so never a 5xx. */
function refuse(error: Refused, response: ServerResponse): void {
  if (response.headersSent) return void response.destroy();
  const status = error.status ?? 500;
  const body =
    status < 500
      ? {
          error: 'invalid_request',
          error_description: describable(`the request cannot be read: ${error.message}`),
        }
      : { error: 'server_error', error_description: 'the mock itself failed; please report it' };
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
