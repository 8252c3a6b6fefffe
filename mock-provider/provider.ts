import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler, type Request } from 'express';
import helmet from 'helmet';
import { OptionError, unknownName } from './nearest.js';
import { serveExchange } from './serve-exchange.js';
import { Tenant, type TenantOptions } from './tenant.js';

export interface ProviderOptions extends TenantOptions {
  /** 0, the default, takes a free one. */
  port?: number;
  /** Address to listen on; default 127.0.0.1. */
  host?: string;
  /** Issuer to publish where a proxy or container makes it differ from the address; default the address. */
  issuer?: string;
}

interface Listener {
  server: Server;
  tenant: Tenant;
}

const bodyLimit = '256kb';

/** Any number of authorization servers in one process: each tenant an origin of its own, or a path of the first one's. */
export class MockProvider {
  readonly #listeners: Listener[] = [];
  readonly #byPath = new Map<string, Tenant>();
  readonly #origins = new WeakMap<IncomingMessage, Tenant>();
  readonly #app = this.#application();
  readonly #host: string;

  private constructor(host: string) {
    this.#host = host;
  }

  /** Starts the default tenant. Throws OptionError for options that cannot be, and the system's error for a taken port. */
  static async start(options: ProviderOptions): Promise<MockProvider> {
    const provider = new MockProvider(options.host ?? '127.0.0.1');
    await provider.#listen(options.port ?? 0, (address) =>
      Tenant.create(options.name ?? 'default', options.issuer ?? address, options),
    );
    return provider;
  }

  /** The default tenant's issuer identifier. */
  get issuer(): string {
    return this.defaultTenant.issuer;
  }

  get defaultTenant(): Tenant {
    return (this.#listeners[0] as Listener).tenant;
  }

  get tenants(): Tenant[] {
    return [...this.#listeners.map(({ tenant }) => tenant), ...this.#byPath.values()];
  }

  /** Throws OptionError, naming the nearest, when there is none. */
  tenant(name: string): Tenant {
    const found = this.tenants.find((tenant) => tenant.name === name);
    if (found !== undefined) return found;
    throw new OptionError(
      unknownName(
        'tenant',
        name,
        this.tenants.map((tenant) => tenant.name),
      ),
    );
  }

  /** A further tenant: on a port of its own or, with `path`, at `/t/<name>` of the default one. */
  async addTenant(options: TenantOptions & { name: string; path?: boolean }): Promise<Tenant> {
    if (this.tenants.some((tenant) => tenant.name === options.name)) {
      throw new OptionError(`there is a tenant "${options.name}" already`);
    }
    if (!options.path) return this.#listen(0, (address) => Tenant.create(options.name, address, options));
    const tenant = await Tenant.create(options.name, `${this.issuer}/t/${options.name}`, options);
    this.#byPath.set(tenant.name, tenant);
    return tenant;
  }

  /** Ends one tenant, all but the default one. */
  async removeTenant(name: string): Promise<void> {
    const tenant = this.tenant(name);
    if (tenant === this.defaultTenant) throw new OptionError('the default tenant cannot be removed');
    if (this.#byPath.delete(name)) return;
    const index = this.#listeners.findIndex((listener) => listener.tenant === tenant);
    const [listener] = this.#listeners.splice(index, 1);
    if (listener !== undefined) await closed(listener.server);
  }

  /** Stops listening and ends open connections. */
  async close(): Promise<void> {
    await Promise.all(this.#listeners.map(({ server }) => closed(server)));
  }

  async #listen(port: number, create: (address: string) => Promise<Tenant>): Promise<Tenant> {
    let tenant: Tenant | undefined;
    const server = createServer((request, response) => {
      this.#origins.set(request, tenant as Tenant);
      this.#app(request, response);
    });
    await new Promise<void>((resolve, reject) =>
      server.once('error', reject).listen(port, this.#host, resolve),
    );
    try {
      const host = this.#host === '0.0.0.0' || this.#host === '::' ? '127.0.0.1' : this.#host;
      tenant = await create(
        `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`,
      );
    } catch (error) {
      await closed(server);
      throw error;
    }
    this.#listeners.push({ server, tenant });
    return tenant;
  }

  #application(): express.Express {
    const app = express();
    app.disable('x-powered-by').disable('etag');
    // Framing and content policy are rules of the pages, which a fault may break; the rest is the same everywhere.
    app.use(
      helmet({
        contentSecurityPolicy: false,
        xFrameOptions: false,
        strictTransportSecurity: false,
        crossOriginResourcePolicy: false,
      }),
    );
    app.use(express.text({ type: () => true, limit: bodyLimit, defaultCharset: 'utf-8' }));
    app.use((request, response) => {
      const { tenant, path } = this.#route(request);
      return serveExchange(tenant, path, request, response);
    });
    app.use(refuseMalformed);
    return app;
  }

  /** Path tenants answer at `/t/<name>/…`, and their well-known documents in both forms (RFC 8414 §3.1). */
  #route(request: Request): { tenant: Tenant; path: string } {
    const inserted = /^(\/\.well-known\/[^/]+)\/t\/([^/]+)(.*)$/.exec(request.path);
    const prefixed = /^\/t\/([^/]+)(\/.*)?$/.exec(request.path);
    const tenant = this.#byPath.get(inserted?.[2] ?? prefixed?.[1] ?? '');
    if (tenant === undefined) return { tenant: this.#origins.get(request) as Tenant, path: request.path };
    return { tenant, path: inserted ? `${inserted[1]}${inserted[3]}` : (prefixed?.[2] ?? '/') };
  }
}

/** What the HTTP layer could not read (size, encoding, length) is the sender's fault, so never a 5xx. */
const refuseMalformed: ErrorRequestHandler = (
  error: { status?: number; message?: string },
  _request,
  response,
  next,
) => {
  if (response.headersSent) return next(error);
  const status = error.status ?? 500;
  const description =
    status < 500
      ? `the request cannot be read: ${error.message}`
      : 'the mock itself failed; please report it';
  response
    .status(status)
    .json({ error: status < 500 ? 'invalid_request' : 'server_error', error_description: description });
};

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
