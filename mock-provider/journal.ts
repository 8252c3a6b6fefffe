import { hash, randomBytes } from 'node:crypto';

/** One request with its answer, secrets replaced by fingerprints before it was stored. */
export interface JournalEntry {
  /** Counts up from 1 in each tenant. */
  number: number;
  /** The tenant's time, in seconds since 1970. */
  at: number;
  method: string;
  path: string;
  query: Record<string, string>;
  form: Record<string, string>;
  headers: Record<string, string>;
  status: number;
  /** Redirect target of the answer, redacted. */
  location?: string;
  /** The step that answered. */
  decidedBy: string;
  error?: { code: string; description: string };
}

/** Parameters whose value opens something, whoever invents them: `client_secret`, `device_code`, `token`, not `token_type_hint`. */
const secretName = /secret|passw|verifier|csrf|code$|(token|assertion)(?!_type)/i;

/** No request makes an entry large: this many parameters, and characters of each value. */
const limits = { parameters: 50, characters: 500 };

/** Headers worth keeping; those that hold credentials are fingerprinted. */
const keptHeaders = ['accept', 'authorization', 'content-type', 'cookie', 'origin', 'referer', 'user-agent'];
const secretHeaders = new Set(['authorization', 'cookie']);

/** A bounded record of what came in and what was decided. Values that open anything are never in it. */
export class Journal {
  readonly #entries: JournalEntry[] = [];
  readonly #limit: number;
  readonly #key = randomBytes(32).toString('hex');
  #count = 0;
  readonly #listeners = new Set<(entry: JournalEntry) => void>();

  constructor(limit = 1000) {
    this.#limit = limit;
  }

  add(entry: Omit<JournalEntry, 'number'>): void {
    const numbered = { number: ++this.#count, ...entry };
    this.#entries.push(numbered);
    // Trimmed in batches: dropping one entry at a time would move the whole array at every request.
    if (this.#entries.length >= this.#limit * 2) this.#entries.splice(0, this.#entries.length - this.#limit);
    for (const listener of this.#listeners) listener(numbered);
  }

  /** The newest entries, oldest first. */
  entries(): JournalEntry[] {
    return this.#entries.slice(-this.#limit);
  }

  clear(): void {
    this.#entries.length = 0;
  }

  /** Calls `listener` for each new entry; returns the function that ends it. */
  listen(listener: (entry: JournalEntry) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Same value, same fingerprint, within this journal: enough to follow a token, not to use it. */
  fingerprint(value: string): string {
    // Keyed and nested like an HMAC, with one-shot hashes: this runs for every secret of every request.
    return `fp:${hash('sha256', this.#key + hash('sha256', this.#key + value)).slice(0, 12)}`;
  }

  redactedParameters(parameters: URLSearchParams): Record<string, string> {
    const redacted: Record<string, string> = {};
    let room = limits.parameters;
    for (const [name, value] of parameters) {
      if (room-- === 0) break;
      redacted[name.slice(0, 100)] = secretName.test(name) ? this.fingerprint(value) : shortened(value);
    }
    return redacted;
  }

  redactedHeaders(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
    const redacted: Record<string, string> = {};
    for (const name of keptHeaders) {
      const value = headers[name];
      if (typeof value !== 'string') continue;
      if (secretHeaders.has(name)) redacted[name] = this.fingerprint(value);
      else redacted[name] = shortened(name === 'referer' ? this.redactedLocation(value) : value);
    }
    return redacted;
  }

  redactedLocation(location: string): string {
    return location.replace(
      /([?#])([^?#]+)/g,
      (_, mark, encoded) =>
        `${mark}${new URLSearchParams(this.redactedParameters(new URLSearchParams(encoded)))}`,
    );
  }
}

function shortened(value: string): string {
  return value.slice(0, limits.characters);
}
