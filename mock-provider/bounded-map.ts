/** A map that forgets its oldest entries, so that a long-lived mock keeps a flat memory. */
export class BoundedMap<K, V> extends Map<K, V> {
  readonly #limit: number;
  readonly #pinned = new Set<K>();
  /** Kept between calls: a new iterator walks over all the places of deleted entries first. */
  #oldest = this.keys();

  constructor(limit: number) {
    super();
    this.#limit = limit;
  }

  override set(key: K, value: V): this {
    super.set(key, value);
    if (this.size - this.#pinned.size > this.#limit) this.#forgetOldest();
    return this;
  }

  /** Sets an entry that stays, however many come after it. */
  pin(key: K, value: V): void {
    this.#pinned.add(key);
    super.set(key, value);
  }

  override delete(key: K): boolean {
    this.#pinned.delete(key);
    return super.delete(key);
  }

  #forgetOldest(): void {
    let { value, done } = this.#oldest.next();
    while (!done && this.#pinned.has(value as K)) ({ value, done } = this.#oldest.next());
    if (!done) this.delete(value as K);
  }
}
