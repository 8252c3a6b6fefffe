import { isEnvironmentReference } from '../environment-references.js';
import { quote } from '../subject-file-error.js';
import { webUrl } from '../urls.js';
import { reference, shown } from './names.js';
import { holdsSecret, isSecretName } from './secrets.js';
import { Computed, type Entry, SourceObject } from './source/values.js';
import type { Statement } from './statement.js';

/**
 * The fields of one object of the other notation. Whatever is asked for and cannot be had is said in the statement, and
 * `leftover` says what nobody asked for, so that each field is either carried over or accounted for.
 */
export class Fields {
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #path: string;
  readonly #statement: Statement;
  readonly #taken = new Set<string>();

  private constructor(entries: ReadonlyMap<string, Entry>, path: string, statement: Statement) {
    this.#entries = entries;
    this.#path = path;
    this.#statement = statement;
  }

  /** Undefined for what is no object. `path` is where it stands, for remarks; empty at the top. */
  static of(value: unknown, path: string, statement: Statement): Fields | undefined {
    const entries = entriesOf(value);
    if (entries === undefined) return undefined;
    for (const { kind, line } of value instanceof SourceObject ? value.unread : [])
      statement.lost(path === '' ? 'further fields' : `${path}: further fields`, isComputed(kind), line);
    return new Fields(entries, path, statement);
  }

  names(): string[] {
    return [...this.#entries.keys()];
  }

  /** The value as it stands, accounted for by the caller. Null counts as absent, as it does in JSON. */
  take(name: string): unknown {
    this.#taken.add(name);
    return this.#entries.get(name)?.value ?? undefined;
  }

  line(name: string): number | undefined {
    return this.#entries.get(name)?.line;
  }

  lost(name: string, message: string): void {
    this.#statement.lost(this.#at(name), message, this.line(name));
  }

  assume(name: string, message: string): void {
    this.#statement.assume(this.#at(name), message, this.line(name));
  }

  text(name: string): string | undefined {
    const value = this.#literal(name);
    if (value === undefined) return undefined;
    if (typeof value !== 'string') return this.#unfit(name, value, 'text');
    if (value.trim() !== '') return value;
    this.lost(name, 'is blank');
    return undefined;
  }

  flag(name: string): boolean | undefined {
    const value = this.#literal(name);
    return value === undefined || typeof value === 'boolean'
      ? value
      : this.#unfit(name, value, 'true or false');
  }

  /** As written, unless it carries a secret. */
  url(name: string): string | undefined {
    const url = this.text(name);
    if (url === undefined) return undefined;
    if (holdsSecret(url)) {
      this.lost(
        name,
        'holds a user name, a password or a key, and a manifest is read by everyone. Write the URL without it',
      );
      return undefined;
    }
    const [placeholder] = /\$?\{\{?[^{}]*\}\}?/.exec(url) ?? [];
    const place = placeholder === undefined ? undefined : quote(placeholder);
    if (place !== undefined)
      this.lost(
        name,
        `is carried over as written, but what ${place} stands for is not in this file. Write it in its place`,
      );
    else if (webUrl(url) === undefined)
      this.lost(
        name,
        'is carried over as written, but names no host. Write it in full, as https://as.example/path',
      );
    return url;
  }

  /** One entry for each; what is no text is left out. */
  texts(name: string): string[] | undefined {
    const value = this.#literal(name);
    if (value === undefined) return undefined;
    if (!Array.isArray(value)) return this.#unfit(name, value, 'a list of texts');
    return value.filter((item: unknown, index): item is string => {
      if (typeof item === 'string') return true;
      const [line, message] =
        item instanceof Computed
          ? [item.line, isComputed(item.kind)]
          : [this.line(name), `is ${describe(item)}, and text is expected`];
      this.#statement.lost(`${this.#at(name)}[${index}]`, message, line);
      return false;
    });
  }

  object(name: string): Fields | undefined {
    const value = this.#literal(name);
    if (value === undefined) return undefined;
    return Fields.of(value, this.#at(name), this.#statement) ?? this.#unfit(name, value, 'an object');
  }

  /** Parameters of a request by name; numbers and booleans become text, secrets and what `ours` names stay behind. */
  parameters(name: string, ours: ReadonlySet<string>): Record<string, string> | undefined {
    const fields = this.object(name);
    if (fields === undefined) return undefined;
    const pairs = fields.names().flatMap((key): [string, string][] => {
      const value = fields.parameter(key, ours);
      return value === undefined ? [] : [[key, value]];
    });
    return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
  }

  /** One of `parameters`. */
  parameter(name: string, ours: ReadonlySet<string>): string | undefined {
    const value = this.#literal(name);
    if (value === undefined) return undefined;
    if (ours.has(name)) this.lost(name, ownParameter);
    else if (isSecretName(name)) this.lost(name, secretParameter);
    else if (typeof value === 'object') this.#unfit(name, value, 'text');
    else return String(value);
    return undefined;
  }

  /** A client id: text, or the variable that the source reads it from. */
  clientId(name: string): string | undefined {
    const value = this.#entries.get(name)?.value;
    if (!(value instanceof Computed) || value.environment === undefined) return this.text(name);
    this.#taken.add(name);
    this.assume(
      name,
      `is read from the environment there, and so it is here, as ${reference(value.environment)}`,
    );
    return reference(value.environment);
  }

  /** `${NAME}` for a secret of which nothing but its being there is known; undefined where it is absent. */
  secret(name: string, variable: string): string | undefined {
    const value = this.take(name);
    if (value === undefined || value === '') return undefined;
    const kept = typeof value === 'string' && isEnvironmentReference(value) ? value : undefined;
    const read = value instanceof Computed ? value.environment : undefined;
    const written = kept ?? reference(read ?? variable);
    this.lost(
      name,
      `its value is not copied, since a manifest is read by everyone. Put it into the environment, as ${written}`,
    );
    return written;
  }

  /** Fields that have no place in the manifest, with the reason. */
  ignore(reasons: Readonly<Record<string, string>>): void {
    for (const [name, reason] of Object.entries(reasons))
      if (this.take(name) !== undefined) this.lost(name, reason);
  }

  /** Says what nobody asked for. */
  leftover(reason = 'has no counterpart in a manifest'): void {
    const names = this.names().filter((name) => !this.#taken.has(name) && this.take(name) !== undefined);
    const [first, ...others] = names;
    if (first === undefined) return;
    if (others.length === 0) this.lost(first, reason);
    else {
      const listed = names.slice(0, shownAtMost).map((name) => this.#at(name));
      const more = names.length > shownAtMost ? `, and ${names.length - shownAtMost} more` : '';
      this.#statement.lost(
        `${listed.join(', ')}${more}`,
        reason.replace(/^has no counterpart/, 'have no counterpart'),
      );
    }
  }

  #at(name: string): string {
    return this.#path === '' ? shown(name) : `${this.#path}.${shown(name)}`;
  }

  #literal(name: string): unknown {
    const value = this.take(name);
    if (!(value instanceof Computed)) return value;
    this.#statement.lost(this.#at(name), isComputed(value.kind), value.line);
    return undefined;
  }

  #unfit(name: string, value: unknown, expected: string): undefined {
    this.lost(name, `is ${describe(value)}, and ${expected} is expected`);
    return undefined;
  }
}

const shownAtMost = 40;
const ownParameter =
  'is a parameter of the protocol itself, which the client sets anew each time. Scopes, client and redirect URL have fields of their own';
const secretParameter =
  'is a secret by its name, and a manifest is read by everyone, so its value is not copied';

function isComputed(kind: string): string {
  return `is ${kind}, and the file is read without being run. Write the value into the manifest`;
}

/** The entries of an object of either kind; own ones only, so that `__proto__` is a key like any other. */
export function entriesOf(value: unknown): ReadonlyMap<string, Entry> | undefined {
  if (value instanceof SourceObject) return value.entries;
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Computed)
    return undefined;
  return new Map(Object.entries(value).map(([key, item]) => [key, { value: item as unknown }]));
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === null) return 'null';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'string' ? 'text' : `a ${typeof value}`;
}
