import { ResultsFileError, readResults } from '../results/read-results.js';
import type { RunResults } from '../results/run-results.js';
import { UsageError } from './usage-error.js';

/** The results in a file that the user named: anything else there is wrong usage. */
export function readOrRefuse(path: string): RunResults {
  try {
    return readResults(path);
  } catch (error) {
    if (error instanceof ResultsFileError) throw new UsageError(error.message);
    throw error;
  }
}
