import { defined } from '../connection/defined.js';
import { seamsOf } from './behaviour.js';
import { BoundedMap } from './bounded-map.js';
import { type Client, type ClientOptions, registerable } from './client.js';
import { Clock } from './clock.js';
import { type EndpointName, EndpointPaths } from './endpoint-paths.js';
import { type Fault, loadFault, seamsWith } from './fault.js';
import { Journal } from './journal.js';
import { type SigningAlgorithm, SigningKey } from './keys.js';
import { checkClientOptions } from './options.js';
import { type PlayedProfile, playedProfile } from './played-profile.js';
import type { Profile } from './profile.js';
import type { Reply } from './reply.js';
import { correctSeams, type Seams } from './seams/index.js';

import { Store } from './store.js';
import type { WireExchange, WireRequest } from './wire.js';

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
  /** Provider persona to play: the name of a built-in one, or one that was read from a file. */
  profile?: string | Profile;
  /** Ids of the faults to play, on top of the profile. */
  faults?: string[];
  /** `automatic`: the first user is logged in and approves everything, without a page. */
  approval?: 'pages' | 'automatic';
  lifetimes?: Partial<Lifetimes>;
  signingAlgorithm?: SigningAlgorithm;
  /** Origin that hostile faults lead to (another issuer, another token endpoint): a tenant that belongs to the attacker. */
  accomplice?: string;
}

interface PlannedFault {
  id: string;
  path: string | undefined;
  fault: Fault;
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
  /** Where the endpoints are below the issuer. */
  readonly paths: EndpointPaths;
  /** What the tenant plays beside the strict rules; undefined for none. */
  readonly profile: Profile | undefined;
  /** Path of the issuer: empty, or such as `/t/<name>`. */
  readonly basePath: string;
  /** Scheme, host and port of the issuer. */
  readonly origin: string;
  /** Resource indicators (RFC 8707) of the built-in protected resources. */
  readonly resources: string[];
  /** URL without trailing slash; where faults lead from the next request on. */
  accomplice: string;
  approval: 'pages' | 'automatic';
  /**
   * Told of each request when it arrives; its answer is filled in once it is decided. Secrets are in it: it is for a
   * harness in the same process, which must redact what it keeps.
   */
  onWire: ((exchange: WireExchange) => void) | undefined;
  /** Answers in place of the endpoints where it returns a promise: for a harness that lets a request wait. */
  intercept: ((request: WireRequest) => Promise<Reply> | undefined) | undefined;
  /** The rules in force. */
  seams: Seams = correctSeams;
  /** The rules without faults: strict, or those of the profile. */
  #rules: Seams = correctSeams;
  #faults: string[] = [];
  readonly #once: PlannedFault[] = [];

  private constructor(
    readonly name: string,
    /** Issuer identifier (RFC 8414 §2), without trailing slash. */
    readonly issuer: string,
    readonly signingKey: SigningKey,
    options: TenantOptions,
    played: PlayedProfile | undefined,
  ) {
    this.profile = played?.profile;
    this.paths = new EndpointPaths(played?.paths);
    const { pathname, origin } = new URL(issuer);
    this.basePath = pathname.replace(/\/$/, '');
    this.origin = origin;
    this.resources = [`${issuer}/resource`, `${issuer}/resource-2`];
    this.users = options.users ?? [defaultUser];
    this.scopes = options.scopes ?? ['openid', 'profile', 'read', 'write'];
    this.lifetimes = { ...defaultLifetimes, ...defined(options.lifetimes ?? {}) };
    this.approval = options.approval ?? 'pages';
    this.accomplice = options.accomplice ?? 'https://attacker.example';
    for (const client of options.clients ?? defaultClients) this.register(client);
  }

  /** The options have been checked; throws OptionError for a fault that does not exist. */
  static async create(name: string, issuer: string, options: TenantOptions): Promise<Tenant> {
    const key = await SigningKey.generate(options.signingAlgorithm ?? 'ES256');
    const played = options.profile === undefined ? undefined : await playedProfile(options.profile);
    const tenant = new Tenant(name, issuer, key, { ...played?.defaults, ...defined(options) }, played);
    if (played !== undefined) {
      tenant.#rules = seamsWith(await seamsOf(played.behaviours));
      await tenant.#issueCredentials();
    }
    await tenant.play(options.faults ?? []);
    return tenant;
  }

  /** Some providers do not leave secrets to be chosen. */
  async #issueCredentials(): Promise<void> {
    for (const client of this.clients.values()) await this.#issueTo(client);
  }

  async #issueTo(client: Client): Promise<Client> {
    return Object.assign(client, await this.#rules.registration.credentials(client, this));
  }

  /** URL of an endpoint; undefined where the tenant does not have it. */
  endpointUrl(name: EndpointName): string | undefined {
    const path = this.paths.of(name);
    return path === undefined ? undefined : `${this.issuer}${path}`;
  }

  get faults(): readonly string[] {
    return this.#faults;
  }

  /** Registers a client as `register` does, and gives it the credentials that the provider issues itself, if any. */
  enroll(options: ClientOptions): Promise<Client> {
    return this.#issueTo(this.register(options));
  }

  /** Registers a client, in place of one of the same `client_id`. Throws OptionError for one that cannot be. */
  register(options: ClientOptions): Client {
    checkClientOptions(options);
    const client = registerable(options, this.scopes);
    // Dynamic registration may bring any number; those that a person wrote stay.
    this.clients.pin(client.client_id, client);
    return client;
  }

  /** Plays exactly these faults from the next request on; none: correct again. */
  async play(ids: readonly string[]): Promise<void> {
    const faults = await Promise.all(ids.map(loadFault));
    this.#faults = [...ids];
    this.seams = seamsWith(faults, this.#rules);
  }

  /** Plays a fault for the next request only, or the next one at `path`, on top of those in force. */
  async playOnce(id: string, path?: string): Promise<void> {
    const own = path === undefined ? undefined : (this.paths.own(path) ?? path);
    this.#once.push({ id, path: own, fault: await loadFault(id) });
  }

  /** What `playOnce` has planned and no request has met yet. */
  get plannedFaults(): { fault: string; path: string | undefined }[] {
    return this.#once.map(({ id, path }) => ({ fault: id, path }));
  }

  /** The rules for one request: those in force, and a fault that was asked for once. */
  takeSeams(path?: string): Seams {
    const index = this.#once.findIndex((planned) => planned.path === undefined || planned.path === path);
    if (index < 0) return this.seams;
    return seamsWith(
      this.#once.splice(index, 1).map(({ fault }) => fault),
      this.seams,
    );
  }

  firstUser(): string | undefined {
    return this.users[0]?.sub;
  }

  checkPassword(username: string, password: string): User | undefined {
    return this.users.find((user) => user.username === username && user.password === password);
  }
}
