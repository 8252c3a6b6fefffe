import type { Fault } from './fault.js';

interface PlannedFault {
  id: string;
  path: string | undefined;
  fault: Fault;
}

/** Faults that wait in line, each for one request. */
export class PlannedFaults {
  readonly #waiting: PlannedFault[] = [];

  /** Without a path: for whatever comes next. */
  add(planned: PlannedFault): void {
    this.#waiting.push(planned);
  }

  /** The first that is meant for a request at this path; it is used up. */
  take(path: string | undefined): Fault | undefined {
    const index = this.#waiting.findIndex((planned) => planned.path === undefined || planned.path === path);
    return index < 0 ? undefined : this.#waiting.splice(index, 1)[0]?.fault;
  }

  list(): { fault: string; path: string | undefined }[] {
    return this.#waiting.map(({ id, path }) => ({ fault: id, path }));
  }

  clear(): void {
    this.#waiting.length = 0;
  }
}
