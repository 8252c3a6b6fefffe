import { benchFailureCost } from './failure-cost.js';
import { benchFlows } from './flows.js';
import { print } from './measure.js';
import { benchStartUp } from './start-up.js';
import { benchSuite } from './suite.js';
import { benchValidate } from './validate.js';

/** `npm run bench`: every benchmark, or those named on the command line. */
const benchmarks = {
  flows: benchFlows,
  'start-up': benchStartUp,
  validate: benchValidate,
  suite: benchSuite,
  'failure-cost': benchFailureCost,
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in benchmarks));
if (unknown !== undefined) {
  console.error(`unknown benchmark "${unknown}"; there are: ${Object.keys(benchmarks).join(', ')}`);
  process.exit(2);
}
for (const [name, run] of Object.entries(benchmarks)) {
  if (asked.length === 0 || asked.includes(name)) print(await run());
}
