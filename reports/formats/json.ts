import type { Reporter } from '../reporter.js';
import { visibleJson } from '../visible-json.js';

/** The machine-readable result, by results.schema.json: whatever else is written can be made from it. */
export const json: Reporter = {
  file: 'results.json',
  render: (run) => visibleJson(`${JSON.stringify(run, undefined, 2)}\n`),
};
