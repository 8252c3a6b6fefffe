import { BoundedMap } from './bounded-map.js';
import { type Client, type ClientOptions, registerable } from './client.js';
import { Clock } from './clock.js';
import { type Fault, loadFault, seamsWith } from './fault.js';
import { Journal } from './journal.js';
import { type SigningAlgorithm, SigningKey } from './keys.js';
import { OptionError } from './nearest.js';
import { correctSeams, type Seams } from './seams/index.js';
import { Store } from './store.js';

export interface User {
  /** Subject identifier in tokens. */
  sub: string;
  username: string;
  password: string;
  name: string;
  email: string;
}

/** Seconds. */
export interface Lifetimes {
  code: number;
  accessToken: number;
  refreshToken: number;
}

export interface TenantOptions {
  /** Appears in cookie names and in `/t/<name>`: letters, digits, `-`. */
  name?: string;
  /** Clients to register; default: `demo`, public, on any loopback port, path `/callback`. */
  clients?: ClientOptions[];
  users?: User[];
  scopes?: string[];
  /** Ids of the faults to play. */
  faults?: string[];
  /** `automatic`: the first user is logged in and approves everything, without a page. */
  approval?: 'pages' | 'automatic';
  lifetimes?: Partial<Lifetimes>;
  signingAlgorithm?: SigningAlgorithm;
}

export const defaultUser: User = {
  sub: 'alice',
  username: 'alice',
  password: 'wonderland',
  name: 'Alice Liddell',
  email: 'alice@example.com',
};

const defaultClients: ClientOptions[] = [
  {
    client_id: 'demo',
    client_name: 'Demo application',
    redirect_uris: ['http://127.0.0.1/callback', 'http://[::1]/callback'],
  },
];

const defaultLifetimes: Lifetimes = { code: 60, accessToken: 3600, refreshToken: 14 * 24 * 3600 };

/** One authorization server of its own: own clients, users, faults, clock, tokens and journal. */
export class Tenant {
  readonly clock = new Clock();
  readonly journal = new Journal();
  readonly store = new Store();
  readonly clients = new BoundedMap<string, Client>(10_000);
  readonly users: User[];
  readonly scopes: string[];
  readonly lifetimes: Lifetimes;
  approval: 'pages' | 'automatic';
  /** The rules in force. */
  seams: Seams = correctSeams;
  #faults: string[] = [];
  #once: Fault[] = [];

  private constructor(
    readonly name: string,
    /** Issuer identifier (RFC 8414 §2), without trailing slash. */
    readonly issuer: string,
    readonly signingKey: SigningKey,
    options: TenantOptions,
  ) {
    this.users = options.users ?? [defaultUser];
    this.scopes = options.scopes ?? ['openid', 'profile', 'read', 'write'];
    this.lifetimes = { ...defaultLifetimes, ...options.lifetimes };
    this.approval = options.approval ?? 'pages';
    for (const client of options.clients ?? defaultClients) this.register(client);
  }

  /** Throws OptionError for a name that cannot be used or a fault that does not exist. */
  static async create(name: string, issuer: string, options: TenantOptions): Promise<Tenant> {
    if (!/^[A-Za-z0-9-]{1,64}$/.test(name)) {
      throw new OptionError(
        `a tenant's name is made of letters, digits and "-", at most 64; received "${name}"`,
      );
    }
    const key = await SigningKey.generate(options.signingAlgorithm ?? 'ES256');
    const tenant = new Tenant(name, issuer, key, options);
    await tenant.play(options.faults ?? []);
    return tenant;
  }

  /** Path of the issuer: empty, or `/t/<name>`. */
  get basePath(): string {
    return new URL(this.issuer).pathname.replace(/\/$/, '');
  }

  /** Resource indicators (RFC 8707) of the built-in protected resources. */
  get resources(): string[] {
    return [`${this.issuer}/resource`, `${this.issuer}/resource-2`];
  }

  get faults(): readonly string[] {
    return this.#faults;
  }

  register(options: ClientOptions): Client {
    const client = registerable(options, this.scopes);
    this.clients.set(client.client_id, client);
    return client;
  }

  /** Plays exactly these faults from the next request on; none: correct again. */
  async play(ids: readonly string[]): Promise<void> {
    const faults = await Promise.all(ids.map(loadFault));
    this.#faults = [...ids];
    this.seams = seamsWith(faults);
  }

  /** Plays a fault for the next request only, on top of those in force. */
  async playOnce(id: string): Promise<void> {
    this.#once.push(await loadFault(id));
  }

  /** The rules for one request: those in force, and a fault that was asked for once. */
  takeSeams(): Seams {
    const once = this.#once.shift();
    return once === undefined ? this.seams : seamsWith([once], this.seams);
  }

  firstUser(): string | undefined {
    return this.users[0]?.sub;
  }

  checkPassword(username: string, password: string): User | undefined {
    return this.users.find((user) => user.username === username && user.password === password);
  }
}
