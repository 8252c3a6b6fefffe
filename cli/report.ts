import { join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { formatNames } from '../reports/reporters.js';
import { judgedAnew } from '../results/judged-anew.js';
import { MergeError, mergeShards, type ReadRun } from '../results/merge-shards.js';
import type { RunResults } from '../results/run-results.js';
import { readOrRefuse } from './read-or-refuse.js';
import { UsageError } from './usage-error.js';
import { type Presentation, prepareOut, present } from './write-results.js';

/** `proofkey report`: reports anew from what a run wrote, or from its shards, with the exit code of the whole. */
export function reportCommand(): Command {
  return new Command('report')
    .description('write the reports of a run anew, or put the shards of one together')
    .argument('<results...>', 'results.json of a run or of each of its shards, or folders that hold one')
    .option('--out <dir>', 'folder for the reports', 'reports/out')
    .addOption(new Option('--format <format>', 'what is printed').choices(formatNames).default('terminal'))
    .option('--verbose', 'every requirement, with notes', false)
    .action(report);
}

async function report(paths: string[], options: Presentation): Promise<void> {
  const runs = paths.map((path) => ({ path, run: readOrRefuse(path) }));
  const results = whole(runs);
  refuseOverwriting(runs, options.out);
  prepareOut(options.out);
  process.exitCode = results.exitCode;
  await present(results, options);
}

/** A run that is whole is weighed as it was then; also a single shard lacks the others. */
function whole(runs: readonly ReadRun[]): RunResults {
  const [only, another] = runs;
  if (only !== undefined && another === undefined && only.run.shard === undefined)
    return judgedAnew(only.run);
  try {
    return mergeShards(runs);
  } catch (error) {
    if (error instanceof MergeError) throw new UsageError(error.message);
    throw error;
  }
}

/** What one shard found could not be put together a second time. */
function refuseOverwriting(runs: readonly ReadRun[], out: string): void {
  const written = resolve(join(out, 'results.json'));
  const own = runs.find(
    ({ path, run }) =>
      run.shard !== undefined && [path, join(path, 'results.json')].some((file) => resolve(file) === written),
  );
  if (own !== undefined)
    throw new UsageError(
      `--out ${out}: the results of all shards would take the place of those of one, ${own.path}. Choose another folder`,
    );
}
