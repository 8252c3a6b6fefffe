import { setMaxListeners } from 'node:events';

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Turns Ctrl-C and its like into an abort signal, so that a run can end in order; the second one ends it at once. */
export class Interruption {
  readonly #controller = new AbortController();
  readonly #onSignal = (): void => {
    if (this.signal.aborted) process.exit(130);
    this.#controller.abort();
  };

  constructor() {
    // Each subject has parts that listen: ten would be few.
    setMaxListeners(0, this.signal);
    for (const ending of endings) process.on(ending, this.#onSignal);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  [Symbol.dispose](): void {
    for (const ending of endings) process.removeListener(ending, this.#onSignal);
  }
}
