import { call, signedOut } from './api.browser.js';

/** Milliseconds before a refused connection is tried again. */
const pause = 1000;

/** The live journal of one tenant at a time. */
export class JournalStream {
  #source;
  #tenant;
  #last = 0;
  #onEntry;
  #onState;

  /** `onEntry` gets each entry once; `onState` is told whether the connection stands. */
  constructor(onEntry, onState) {
    this.#onEntry = onEntry;
    this.#onState = onState;
  }

  /** Whether it follows this one already. */
  follows(tenant) {
    return this.#tenant === tenant;
  }

  follow(tenant) {
    this.end();
    this.#tenant = tenant;
    this.#connect();
  }

  end() {
    this.#source?.close();
    this.#source = undefined;
    this.#tenant = undefined;
    this.#last = 0;
  }

  #connect() {
    const path = `tenants/${encodeURIComponent(this.#tenant)}/journal/live?after=${this.#last}`;
    const source = new EventSource(path);
    this.#source = source;
    source.onopen = () => this.#onState(true);
    source.onmessage = ({ data }) => this.#receive(JSON.parse(data));
    source.onerror = () => {
      if (this.#source !== source) return;
      this.#onState(false);
      // The browser comes back by itself unless it was refused: the session has ended, or the tenant is gone.
      if (source.readyState === EventSource.CLOSED) setTimeout(() => this.#comeBack(source), pause);
    };
  }

  #receive(entry) {
    // Sent again after a break in the connection.
    if (entry.number <= this.#last) return;
    this.#last = entry.number;
    this.#onEntry(entry);
  }

  async #comeBack(source) {
    if (this.#source !== source) return;
    const { signedIn } = await call('GET', 'session').catch(() => ({ signedIn: true }));
    if (this.#source !== source) return;
    if (signedIn) this.#connect();
    else signedOut.dispatchEvent(new Event('ended'));
  }
}
