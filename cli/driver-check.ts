import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import picocolors from 'picocolors';
import type { ClientSection, DriverChoice } from '../connection/subject.js';
import type { Finding } from '../fixtures/drivers/check/step.js';
import { checkAdapter } from '../fixtures/drivers/check-adapter.js';
import { plain } from '../reports/plain.js';
import { Canvas } from '../reports/terminal/canvas.js';
import { exitCodes } from './exit-codes.js';
import { UsageError } from './usage-error.js';

interface CheckOptions {
  module?: string;
  timeLimit: number;
}

/** Width of the column with the names of steps. */
const column = 26;

/** `proofkey driver-check -- COMMAND…`: does this adapter speak the driver contract? */
export function driverCheckCommand(): Command {
  return new Command('driver-check')
    .description('check an adapter of a client against the driver contract, before any requirement runs')
    .argument('[command...]', 'program of the adapter and its arguments, after "--"')
    .option('--module <file>', 'an ES module instead of a program; words after "--" are its arguments')
    .option('--time-limit <seconds>', 'time for one operation', seconds, 10)
    .action(check);
}

async function check(command: string[], options: CheckOptions): Promise<void> {
  const client: ClientSection = {
    driver: driverChoice(command, options),
    timeLimitSeconds: options.timeLimit,
  };
  // A process group does not end by itself when we are ended: the handlers of "exit" see to it.
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)
    process.once(signal, () => process.exit(code));
  const count = { right: 0, remark: 0, skipped: 0, wrong: 0 };
  for await (const finding of checkAdapter(client, process.cwd())) {
    count[finding.verdict]++;
    process.stdout.write(shown(finding));
  }
  const code = count.wrong === 0 ? exitCodes.asDeclared : exitCodes.finding;
  // Whatever an adapter has left open (a daemon that holds its output, say) does not keep us.
  process.stdout.write(`\n${summary(count)}\n`, () => process.exit(code));
}

function driverChoice(command: string[], { module }: CheckOptions): DriverChoice {
  if (module !== undefined) return { module: [existsSync(module) ? resolve(module) : module, ...command] };
  if (command.length > 0) return { stdio: command };
  throw new UsageError(
    'driver-check needs an adapter: "proofkey driver-check -- python3 adapter.py", or ' +
      '"proofkey driver-check --module ./adapter.mjs" (see docs/testing-a-client.md)',
  );
}

function seconds(value: string): number {
  if (/^\d+(\.\d+)?$/.test(value) && Number(value) > 0 && Number(value) <= 600) return Number(value);
  throw new InvalidArgumentError('write a number of seconds, up to 600');
}

function shown(finding: Finding): string {
  const colors = picocolors.isColorSupported && process.stdout.isTTY === true;
  const canvas = new Canvas(process.stdout.columns ?? 100, colors);
  const { paint } = canvas;
  const mark = {
    right: paint.green('✓'),
    wrong: paint.red('✗'),
    remark: paint.yellow('!'),
    skipped: paint.dim('–'),
  }[finding.verdict];
  const label = `${mark} ${finding.step}`.padEnd(column + mark.length - 1);
  if (finding.verdict !== 'wrong') {
    canvas.raw(`${label}${plain(finding.text)}`, 2);
    return canvas.toString();
  }
  canvas.raw(label.trimEnd(), 2);
  for (const name of ['expected', 'received', 'advice'] as const) {
    const [first = '', ...more] = finding[name].split('\n').map(plain);
    canvas.field(name === 'advice' ? 'do' : name, first, { indent: 6, column: 10 });
    for (const line of more) canvas.raw(line, 18);
  }
  return canvas.toString();
}

function summary({ right, remark, skipped, wrong }: Record<Finding['verdict'], number>): string {
  const counts = `${right} right, ${wrong} wrong, ${remark} remark${remark === 1 ? '' : 's'}, ${skipped} not tried`;
  return wrong === 0
    ? `${counts}: the adapter speaks the contract`
    : `${counts}: see docs/testing-a-client.md`;
}
