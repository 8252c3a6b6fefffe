import { page } from '../html/page.js';
import type { Reporter } from '../reporter.js';

/** One page for people: no network, no folder beside it, and nothing in it that a target wrote can run. */
export const html: Reporter = { file: 'report.html', render: (run) => page(run) };
