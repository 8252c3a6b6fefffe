import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AdminOptions } from './admin/admin-options.js';
import type { AdminApi } from './admin/admin-path.js';
import { type ServedTenant, wireApplication } from './application.js';
import { inUrl } from './host-name.js';
import type { JournalEntry } from './journal.js';
import { OptionError, unknownName } from './nearest.js';
import { checkProviderOptions, checkTenantOptions } from './options.js';
import { Tenant, type TenantOptions } from './tenant.js';

export interface ProviderOptions extends TenantOptions {
  /** 0, the default, takes a free one. */
  port?: number;
  /** Address to listen on; default 127.0.0.1. */
  host?: string;
  /** Issuer to publish where a proxy or container makes it differ from the address; default the address. */
  issuer?: string;
  /** Opens the admin API at `/_proofkey/`; without it there is none. */
  admin?: AdminOptions;
}

export interface FurtherTenant extends TenantOptions {
  name: string;
  /** At `/t/<name>` of the default tenant instead of a port of its own. */
  path?: boolean;
  /** 0, the default, takes a free one. */
  port?: number;
  /** Issuer to publish where it differs from the address that is listened on. */
  issuer?: string;
}

/** Told of each request, of whichever tenant. */
export type RequestObserver = (entry: JournalEntry, tenant: Tenant) => void;

interface Listener {
  server: Server;
  tenant: Tenant;
  port: number;
}

/** Any number of authorization servers in one process: each tenant an origin of its own, or a path of the first one's. */
export class MockProvider {
  readonly #listeners: Listener[] = [];
  readonly #byPath = new Map<string, Tenant>();
  readonly #origins = new WeakMap<IncomingMessage, Tenant>();
  readonly #observers: RequestObserver[] = [];
  readonly #app;
  readonly #silenced = new Set<Listener>();
  readonly #host: string;
  #loadedAdmin: Promise<AdminApi> | undefined;

  private constructor({ host = '127.0.0.1', admin }: ProviderOptions) {
    this.#host = host;
    this.#app = wireApplication(
      (request, path) => this.#served(request, path),
      async (...call) => (await this.#admin(host, admin))(...call),
    );
  }

  /** Loaded when it is first asked for: most mocks are started by tests, which never call it. */
  #admin(host: string, options: AdminOptions | undefined): Promise<AdminApi> {
    this.#loadedAdmin ??= import('./admin/admin-api.js').then(({ adminApi }) =>
      adminApi({ provider: this, host, options }),
    );
    return this.#loadedAdmin;
  }

  /** Starts the default tenant. Throws OptionError for options that cannot be, and the system's error for a taken port. */
  static async start(options: ProviderOptions): Promise<MockProvider> {
    checkProviderOptions(options);
    const provider = new MockProvider(options);
    await provider.#listen(options.port ?? 0, (address) =>
      Tenant.create(options.name ?? 'default', options.issuer ?? address, options),
    );
    return provider;
  }

  /** The default tenant's issuer identifier. */
  get issuer(): string {
    return this.defaultTenant.issuer;
  }

  /** Where the default tenant listens, which a proxy may make differ from its issuer. */
  get address(): string {
    return addressOf((this.#listeners[0] as Listener).server, this.#host);
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
    const known = this.tenants.map((tenant) => tenant.name);
    throw new OptionError(unknownName('tenant', name, known));
  }

  /** A further tenant: on a port of its own or, with `path`, at `/t/<name>` of the default one. */
  async addTenant(options: FurtherTenant): Promise<Tenant> {
    checkTenantOptions(options);
    const { name, path, port = 0 } = options;
    this.#refuseTaken(name);
    if (!path)
      return this.#listen(port, (address) => Tenant.create(name, options.issuer ?? address, options));
    const tenant = await Tenant.create(name, `${this.issuer}/t/${name}`, options);
    this.#refuseTaken(name);
    this.#byPath.set(name, tenant);
    return this.#observed(tenant);
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

  /** Connections to a tenant with a port of its own are refused from here on, and those that are open end. */
  async silence(name: string): Promise<void> {
    const listener = this.#listenerOf(name);
    this.#silenced.add(listener);
    await closed(listener.server);
  }

  /** Serves a tenant that was silenced again, on the port that it had. */
  async resume(name: string): Promise<void> {
    const listener = this.#listenerOf(name);
    if (!this.#silenced.delete(listener)) return;
    await listening(listener.server, listener.port, this.#host);
  }

  /** Ends the open connections of a tenant with a port of its own, in the middle of whatever they carry. */
  hangUp(name: string): void {
    this.#listenerOf(name).server.closeAllConnections();
  }

  /** Calls `observer` for each request of each tenant, also of those that are added later. */
  observe(observer: RequestObserver): void {
    this.#observers.push(observer);
  }

  /** Stops listening and ends open connections. */
  async close(): Promise<void> {
    await Promise.all(this.#listeners.map(({ server }) => closed(server)));
  }

  #listenerOf(name: string): Listener {
    const listener = this.#listeners.find(({ tenant }) => tenant.name === name);
    if (listener !== undefined) return listener;
    const own = this.#listeners.map(({ tenant }) => tenant.name);
    throw new OptionError(unknownName('tenant with a port of its own', name, own));
  }

  #refuseTaken(name: string): void {
    if (this.tenants.some((tenant) => tenant.name === name))
      throw new OptionError(`there is a tenant "${name}" already`);
  }

  /** Asked again once a tenant is ready: of two that were added at once under one name, the second is refused. */
  async #listen(port: number, create: (address: string) => Promise<Tenant>): Promise<Tenant> {
    let tenant: Tenant | undefined;
    const server = createServer((request, response) => {
      // A fixed port may be asked while the tenant's key is still being made.
      if (tenant === undefined) return response.writeHead(503, { 'retry-after': '1' }).end();
      this.#origins.set(request, tenant);
      return this.#app(request, response);
    });
    await listening(server, port, this.#host);
    try {
      tenant = await create(addressOf(server, this.#host));
      this.#refuseTaken(tenant.name);
    } catch (error) {
      await closed(server);
      throw error;
    }
    this.#listeners.push({ server, tenant, port: (server.address() as AddressInfo).port });
    return this.#observed(tenant);
  }

  #observed(tenant: Tenant): Tenant {
    tenant.journal.listen((entry) => {
      for (const observer of this.#observers) observer(entry, tenant);
    });
    return tenant;
  }

  #served(request: IncomingMessage, path: string): ServedTenant {
    const origin = this.#origins.get(request) as Tenant;
    const below = belowIssuer(path, origin.basePath);
    const isDefault = origin === this.defaultTenant;
    const name = /^(?:\/\.well-known\/[^/]+)?\/t\/([^/]+)/.exec(below)?.[1];
    const tenant = isDefault && name !== undefined ? this.#byPath.get(name) : undefined;
    if (tenant === undefined) return { tenant: origin, path: below, isDefault };
    return { tenant, path: belowIssuer(below, `/t/${name}`), isDefault: false };
  }
}

/**
 * A path relative to an issuer that has a path itself. Well-known documents have two places: below the issuer
 * (OpenID Connect Discovery §4) and with the issuer's path put behind the well-known one (RFC 8414 §3.1).
 * What is outside stays as it is: a proxy in front may have taken the path away.
 */
function belowIssuer(path: string, base: string): string {
  if (base === '') return path;
  const wellKnown = /^\/\.well-known\/[^/]+/.exec(path)?.[0] ?? '';
  const rest = path.slice(wellKnown.length);
  if (rest !== base && !rest.startsWith(`${base}/`)) return path;
  return `${wellKnown}${rest.slice(base.length)}` || '/';
}

function addressOf(server: Server, host: string): string {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${inUrl(reachable)}:${(server.address() as AddressInfo).port}`;
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
