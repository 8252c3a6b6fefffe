import { BoundedMap } from './bounded-map.js';
import { type Client, type ClientOptions, registerable } from './client.js';
import { Clock } from './clock.js';
import type { EndpointName, EndpointPaths } from './endpoint-paths.js';
import { loadFault, seamsWith } from './fault.js';
import { Journal } from './journal.js';
import { type SigningAlgorithm, SigningKey } from './keys.js';
import { checkClientOptions } from './options.js';
import { type Persona, personaOf } from './persona.js';
import { PlannedFaults } from './planned-faults.js';
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

export const defaultUser: User = {
  sub: 'alice',
  username: 'alice',
  password: 'wonderland',
  name: 'Alice Liddell',
  email: 'alice@example.com',
};

/** One authorization server of its own: own clients, users, faults, clock, tokens and journal. */
export class Tenant {
  readonly clock = new Clock();
  readonly journal = new Journal();
  readonly clients = new BoundedMap<string, Client>(10_000);
  readonly users: User[];
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
  #faults: string[] = [];
  readonly #planned = new PlannedFaults();
  #store = new Store();
  #persona: Persona;
  /** `client_id` of those that came with the options or the profile, not by registration. */
  readonly #initialClients = new Set<string>();
  readonly #options: TenantOptions;

  private constructor(
    readonly name: string,
    /** Issuer identifier (RFC 8414 §2), without trailing slash. */
    readonly issuer: string,
    readonly signingKey: SigningKey,
    options: TenantOptions,
    persona: Persona,
  ) {
    this.#options = options;
    this.#persona = persona;
    const { pathname, origin } = new URL(issuer);
    this.basePath = pathname.replace(/\/$/, '');
    this.origin = origin;
    this.resources = [`${issuer}/resource`, `${issuer}/resource-2`];
    this.users = options.users ?? [defaultUser];
    this.approval = options.approval ?? 'pages';
    this.accomplice = options.accomplice ?? 'https://attacker.example';
    this.#registerInitial();
  }

  /** The options have been checked; throws OptionError for a fault that does not exist. */
  static async create(name: string, issuer: string, options: TenantOptions): Promise<Tenant> {
    const key = await SigningKey.generate(options.signingAlgorithm ?? 'ES256');
    const persona = await personaOf(options, options.profile);
    const tenant = new Tenant(name, issuer, key, options, persona);
    await tenant.#issueCredentials();
    await tenant.play(options.faults ?? []);
    return tenant;
  }

  get store(): Store {
    return this.#store;
  }

  get scopes(): string[] {
    return this.#persona.scopes;
  }

  get lifetimes(): Lifetimes {
    return this.#persona.lifetimes;
  }

  /** Where the endpoints are below the issuer. */
  get paths(): EndpointPaths {
    return this.#persona.paths;
  }

  /** What the tenant plays beside the strict rules; undefined for none. */
  get profile(): Profile | undefined {
    return this.#persona.profile;
  }

  /** The profile that the tenant was started with: a name or path, or one that was read from a file. */
  get initialProfile(): string | Profile | undefined {
    return this.#options.profile;
  }

  /**
   * Becomes another provider at the same address, or the strict one. Codes, tokens and sign-ins were another provider's
   * and end; its clients are replaced by those of the new one. Journal, clock, faults, and clients that were registered
   * since the start go on. Throws OptionError, and nothing has changed, for a profile that does not exist.
   */
  async playProfile(profile: string | Profile | undefined): Promise<void> {
    const persona = await personaOf(this.#options, profile);
    const faults = await Promise.all(this.#faults.map(loadFault));
    for (const id of this.#initialClients) this.clients.delete(id);
    this.#store = new Store();
    this.#persona = persona;
    this.seams = seamsWith(faults, persona.rules);
    this.#registerInitial();
    await this.#issueCredentials();
  }

  #registerInitial(): void {
    this.#initialClients.clear();
    for (const client of this.#persona.clients) {
      if (this.clients.has(client.client_id)) continue;
      this.register(client);
      this.#initialClients.add(client.client_id);
    }
  }

  /** Some providers do not leave secrets to be chosen. */
  async #issueCredentials(): Promise<void> {
    for (const id of this.#initialClients) {
      const client = this.clients.get(id);
      if (client !== undefined) await this.#issueTo(client);
    }
  }

  async #issueTo(client: Client): Promise<Client> {
    return Object.assign(client, await this.#persona.rules.registration.credentials(client, this));
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
    this.#initialClients.delete(client.client_id);
    // Dynamic registration may bring any number; those that a person wrote stay.
    this.clients.pin(client.client_id, client);
    return client;
  }

  /** Plays exactly these faults from the next request on; none: correct again. */
  async play(ids: readonly string[]): Promise<void> {
    const faults = await Promise.all(ids.map(loadFault));
    this.#faults = [...ids];
    this.seams = seamsWith(faults, this.#persona.rules);
  }

  /** Plays a fault for the next request only, or the next one at `path`, on top of those in force. */
  async playOnce(id: string, path?: string): Promise<void> {
    const own = path === undefined ? undefined : (this.paths.own(path) ?? path);
    this.#planned.add({ id, path: own, fault: await loadFault(id) });
  }

  /** What `playOnce` has planned and no request has met yet. */
  get plannedFaults(): { fault: string; path: string | undefined }[] {
    return this.#planned.list();
  }

  /** Forgets what `playOnce` has planned. */
  dropPlannedFaults(): void {
    this.#planned.clear();
  }

  /** The rules for one request: those in force, and a fault that was asked for once. */
  takeSeams(path?: string): Seams {
    const planned = this.#planned.take(path);
    return planned === undefined ? this.seams : seamsWith([planned], this.seams);
  }

  firstUser(): string | undefined {
    return this.users[0]?.sub;
  }

  checkPassword(username: string, password: string): User | undefined {
    return this.users.find((user) => user.username === username && user.password === password);
  }
}
