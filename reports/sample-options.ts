/** For tests: a report without a terminal. */
import type { ReportOptions } from './reporter.js';

export const sampleOptions: ReportOptions = {
  paths: [],
  verbose: false,
  columns: 80,
  colors: false,
  folder: '/project',
};
