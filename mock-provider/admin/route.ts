import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { MockProvider } from '../provider.js';
import type { Shape } from '../shape.js';
import type { Tenant } from '../tenant.js';

/** A call of the admin API that has passed its guards. */
export interface AdminCall {
  provider: MockProvider;
  /** The tenant that the path names; the default one where it names none. */
  tenant: Tenant;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  /** Parsed JSON that has the route's shape. */
  body: unknown;
  /** For a route that writes its answer itself. */
  response: ServerResponse;
}

/** An answer as JSON; without a body for 204. */
export interface AdminAnswer {
  status: number;
  body?: unknown;
}

export interface AdminRoute {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** As in OpenAPI, with `{tenant}` for a tenant's name. */
  path: string;
  /** What the JSON body must look like; a route without it takes none. */
  body?: Shape;
  /** Needs no token. */
  open?: true;
  /** Undefined: the route has written its answer itself. */
  answer(call: AdminCall): AdminAnswer | undefined | Promise<AdminAnswer | undefined>;
}

/** What a person or their script got wrong, with an HTTP status of its own; a wrong body is an OptionError. */
export class AdminError extends Error {
  override readonly name = 'AdminError';

  constructor(
    readonly status: number,
    readonly code: string,
    description: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(description);
  }
}
