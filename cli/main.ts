#!/usr/bin/env node
import { Command } from 'commander';
import { SubjectFileError } from '../connection/subject-file-error.js';
import { plainLines } from '../reports/plain.js';
import { exitCodes } from './exit-codes.js';
import { Interrupted, UsageError } from './usage-error.js';
import { version } from './version.js';

/** One file per command. Only the one that is asked for is loaded: together they take longer than most of their work. */
const commands: Record<string, () => Promise<Command>> = {
  run: async () => (await import('./run.js')).runCommand(),
  report: async () => (await import('./report.js')).reportCommand(),
  diff: async () => (await import('./diff.js')).diffCommand(),
  serve: async () => (await import('./serve.js')).serveCommand(),
  validate: async () => (await import('./validate.js')).validateCommand(),
  init: async () => (await import('./init.js')).initCommand(),
  list: async () => (await import('./list.js')).listCommand(),
  explain: async () => (await import('./explain.js')).explainCommand(),
  'driver-check': async () => (await import('./driver-check.js')).driverCheckCommand(),
};

async function main(words: readonly string[]): Promise<void> {
  const program = new Command('proofkey')
    .description('The referee for OAuth: judges authorization servers and clients')
    .version(version())
    .showSuggestionAfterError()
    .exitOverride(({ exitCode }) =>
      process.exit(exitCode === 0 ? exitCodes.asDeclared : exitCodes.wrongUsage),
    );
  const asked = words[0] === undefined ? undefined : commands[words[0]];
  for (const load of asked === undefined ? Object.values(commands) : [asked]) {
    const command = await load();
    program.addCommand(command.copyInheritedSettings(program));
  }
  await program.parseAsync([...words], { from: 'user' });
}

/** What the user can put right is said in its own words; anything else is a defect of ours, and says so. */
function tell(error: unknown): number {
  if (error instanceof UsageError || error instanceof SubjectFileError) {
    process.stderr.write(`${plainLines(error.message)}\n`);
    return exitCodes.wrongUsage;
  }
  if (error instanceof Interrupted) {
    process.stderr.write(`${error.message}\n`);
    return exitCodes.interrupted;
  }
  const { stack, message } = error as Error;
  process.stderr.write(
    `proofkey failed, which is a defect of proofkey and not of what it judges:\n${stack ?? message}\n`,
  );
  return exitCodes.inconclusive;
}

// Whoever read the output may go away (`| head`).
process.stdout.on('error', () => {});
try {
  await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = tell(error);
  // Whatever was tried when Ctrl-C came is not waited for; programs that were started are ended with us.
  if (error instanceof Interrupted) process.exit();
}
