import { pathPattern } from './path-template.js';

/** Where each endpoint is below the issuer, unless a profile has it where its provider has. */
export const ownPaths = {
  authorization: '/authorize',
  token: '/token',
  revocation: '/revoke',
  introspection: '/introspect',
  registration: '/register',
  userinfo: '/userinfo',
  jwks: '/jwks',
} as const;

export type EndpointName = keyof typeof ownPaths;

/**
 * Paths of the endpoints that a provider has; of one that has several, the first is published. `{name}` in one stands
 * for any segment.
 */
export type PublishedPaths = Partial<Record<EndpointName, readonly string[]>>;

/** Translates between the paths that a tenant publishes and our own, which steps and faults go by. */
export class EndpointPaths {
  readonly #own = new Map<string, string>();
  readonly #templates: { pattern: RegExp; own: string }[] = [];
  readonly #published = new Map<EndpointName, string>();

  /**
   * Without a list every endpoint is served at its own path; with one, those that it leaves out are not served. Those
   * that it names can be reached at our own path as well: that is where hostile faults of another tenant lead.
   */
  constructor(published?: PublishedPaths) {
    for (const [name, own] of Object.entries(ownPaths) as [EndpointName, string][]) {
      const paths = published === undefined ? [own] : (published[name] ?? []);
      if (paths[0] === undefined) continue;
      for (const path of [...paths, own]) this.#serve(path, own);
      this.#published.set(name, paths[0]);
    }
  }

  /** Path of an endpoint below the issuer, or undefined where it is not served. */
  of(name: EndpointName): string | undefined {
    return this.#published.get(name);
  }

  /** Our own path of what is asked for: of an endpoint that is not served, none; of anything else, the same. */
  own(path: string): string | undefined {
    const templated = () => this.#templates.find(({ pattern }) => pattern.test(path))?.own;
    return this.#own.get(path) ?? templated() ?? (isEndpoint(path) ? undefined : path);
  }

  #serve(path: string, own: string): void {
    if (path.includes('{')) this.#templates.push({ pattern: pathPattern(path), own });
    else this.#own.set(path, own);
  }
}

const all: ReadonlySet<string> = new Set(Object.values(ownPaths));

function isEndpoint(path: string): boolean {
  return all.has(path);
}
