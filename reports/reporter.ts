import type { RunResults } from '../results/run-results.js';
import type { Folders } from './artifact.js';

/** What a report may know of where it is shown. */
export interface ReportOptions extends Folders {
  /** Of the files that were written, as the user named their folder. */
  paths: string[];
  /** Passed requirements too, with their notes. */
  verbose: boolean;
  /** Width of the terminal, in characters. */
  columns: number;
  /** Whether colors are wanted there. */
  colors: boolean;
}

/** One form of a run's results. Whatever a target wrote is harmless in it; no reporter judges anything anew. */
export interface Reporter {
  /** Name of the file that every run writes; without it the report is only printed. */
  file?: string;
  render(run: RunResults, options: ReportOptions): string;
}
