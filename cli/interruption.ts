import { setMaxListeners } from 'node:events';
import { exitCodes } from './exit-codes.js';

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Turns Ctrl-C and its like into an abort signal, so that a run can end in order; the second one ends it at once, without reports. */
export class Interruption {
  readonly #controller = new AbortController();
  readonly #onSignal = (): void => {
    if (this.signal.aborted) process.exit(exitCodes.interrupted);
    process.stderr.write('\nEnding the run; what was decided is reported. Ctrl-C again ends it at once.\n');
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
