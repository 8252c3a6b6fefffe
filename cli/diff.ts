import { Command, Option } from 'commander';
import { diffOf, type RunDiff } from '../results/diff.js';
import { judgedAnew } from '../results/judged-anew.js';
import { readOrRefuse } from './read-or-refuse.js';
import { terminal } from './terminal.js';

/** Only the one that is asked for is loaded. */
const formats = {
  text: async (verbose: boolean) => {
    const { textDiff } = await import('../reports/diff/text.js');
    return (diff: RunDiff) => textDiff(diff, { ...terminal(), verbose });
  },
  json: async () => (await import('../reports/diff/json.js')).jsonDiff,
  markdown: async () => (await import('../reports/diff/markdown.js')).markdownDiff,
};

interface DiffOptions {
  format: keyof typeof formats;
  verbose: boolean;
}

/** `proofkey diff`: what a run shows that an earlier one did not. */
export function diffCommand(): Command {
  return new Command('diff')
    .description('compare two runs: what fails newly, what is fixed, what is no longer decided')
    .argument('<old>', 'results.json of the earlier run, or a folder that holds one')
    .argument('<new>', 'the same of the later one')
    .addOption(
      new Option('--format <format>', 'what is printed').choices(Object.keys(formats)).default('text'),
    )
    .option('--verbose', 'every requirement of every list', false)
    .action(diff);
}

async function diff(before: string, after: string, { format, verbose }: DiffOptions): Promise<void> {
  // What a file says of itself is weighed again, by the day of its run.
  const [old, new_] = [before, after].map((path) => judgedAnew(readOrRefuse(path)));
  if (old === undefined || new_ === undefined) return;
  const found = diffOf(old, new_);
  process.exitCode = found.exitCode;
  const render = await formats[format](verbose);
  process.stdout.write(render(found));
}
