import type { IncomingMessage, ServerResponse } from 'node:http';
import type { MockProvider } from '../provider.js';
import type { Shape } from '../shape.js';
import type { Tenant } from '../tenant.js';
import type { Sessions } from './sessions.js';

/** A call of the admin API that has passed its guards. */
export interface AdminCall {
  provider: MockProvider;
  /** The tenant that the path names; the default one where it names none. */
  tenant: Tenant;
  /** The console's file that the path names; empty where it names none. */
  file: string;
  query: URLSearchParams;
  request: IncomingMessage;
  /** Parsed JSON that has the route's shape. */
  body: unknown;
  /** For a route that writes its answer itself, or adds headers. */
  response: ServerResponse;
  /** Who is signed in at the console. */
  sessions: Sessions;
  /** The admin token. */
  token: string;
}

/** An answer as JSON; without a body for 204. */
export interface AdminAnswer {
  status: number;
  body?: unknown;
}

export interface AdminRoute {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** As in OpenAPI, with `{tenant}` for a tenant's name and `{file}` for that of a file of the console. */
  path: string;
  /** What the JSON body must look like; a route without it takes none. */
  body?: Shape;
  /**
   * `always`: also where the admin API is off. `signed-out`: without token or session, but only under this server's own
   * names. Left out: the admin token, or a session of the console.
   */
  access?: 'always' | 'signed-out';
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
