import type { Reporter } from '../reporter.js';
import { terminalReport } from '../terminal/report.js';

/** For a person at a terminal. */
export const terminal: Reporter = { render: terminalReport };
