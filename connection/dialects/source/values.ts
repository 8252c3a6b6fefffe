/** What source text says without being run. Literals are plain values: text, number, boolean, null, array, and these. */

export interface Entry {
  value: unknown;
  line?: number;
}

/** An object literal. A map, since a key may be called `__proto__`. */
export class SourceObject {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly line: number;
  /** Spreads and computed keys, whose names nobody knows. */
  readonly unread: readonly Computed[];

  constructor(entries: ReadonlyMap<string, Entry>, line: number, unread: readonly Computed[]) {
    this.entries = entries;
    this.line = line;
    this.unread = unread;
  }
}

/** A value that only running the program would tell. */
export class Computed {
  readonly line: number;
  /** As in "is …": `the result of a call`. Never quotes the source, which may hold a secret. */
  readonly kind: string;
  /** The variable, where it is read from the environment and nothing else. */
  readonly environment: string | undefined;

  constructor(line: number, kind: string, environment?: string) {
    this.line = line;
    this.kind = kind;
    this.environment = environment;
  }
}
