import { availableParallelism } from 'node:os';
import { Command, InvalidArgumentError, Option } from 'commander';
import { dayOf } from '../connection/expired.js';
import type { Against } from '../connection/subject.js';
import type { PlannedSubject } from '../fixtures/plan.js';
import { defaultPatienceSeconds } from '../fixtures/server/patience.js';
import type { ProgressDetail } from '../reports/progress/progress.js';
import { formatNames } from '../reports/reporters.js';
import { assemble } from '../results/assemble.js';
import { exitCodeOf } from '../results/outcome.js';
import type { RunResults, Shard } from '../results/run-results.js';
import { inBudgetOrder } from '../suites/budget-order.js';
import { type CatalogueEntry, readCatalogue } from '../suites/catalogue.js';
import { exitCodes } from './exit-codes.js';
import { Interruption } from './interruption.js';
import { Ledgers } from './ledgers.js';
import { located } from './located.js';
import { withPersonas } from './personas.js';
import { type PreparedSubject, prepareSubjects, type Selection } from './prepare-subjects.js';
import { inShard, shardOption } from './run/shards.js';
import { refuseUpdate, updateFails } from './run/update-fails.js';
import { StartedServer } from './started-server.js';
import { type RunnerReport, runTests } from './test-runner.js';
import { version } from './version.js';
import { type Presentation, prepareOut, present } from './write-results.js';

interface RunOptions extends Selection, Presentation {
  strict: boolean;
  workers: number;
  headed: boolean;
  patience: number;
  profile: string[];
  shard?: Shard;
  updateFails: boolean;
  quiet: boolean;
}

const profiles: readonly Against[] = ['oauth2.0', 'oauth2.1', 'oidc'];

/** `proofkey run`: judges subjects and ends with the exit code of the whole. */
export function runCommand(): Command {
  const repeated = (value: string, earlier: string[]) => [...earlier, value];
  return new Command('run')
    .description(
      'judge what the subject files describe; without a file, the built-in mock and reference client',
    )
    .argument('[subject.yaml...]', 'subject files')
    .option('--only <glob>', 'requirements to judge, as server/pkce/* (repeatable)', repeated, [])
    .addOption(new Option('--tier <tier>', 'how many requirements').choices(['core', 'all']).default('core'))
    .option(
      '--against <list>',
      `grade by these profiles instead of the file's: ${profiles.join(',')}`,
      againstList,
    )
    .option(
      '--profile <name>',
      'the provider that clients meet: a built-in profile, a file, or all (repeatable)',
      repeated,
      [],
    )
    .option('--strict', 'a violated SHOULD fails', false)
    .option('--out <dir>', 'folder for the reports', 'reports/out')
    .option('--workers <number>', 'tests at a time', workerCount, Math.min(4, availableParallelism()))
    .option(
      '--patience <seconds>',
      'how long a requirement may wait for a declared rate limit',
      seconds,
      defaultPatienceSeconds,
    )
    .option('--shard <i/n>', 'judge one of n parts; "proofkey report" puts them together', shardOption)
    .option('--update-fails', 'write into the files what was found, so that it is declared', false)
    .option('--interactive', 'a person drives the clients: say what to do, and judge from the wire', false)
    .option('--headed', 'show the browser window, where a login needs one', false)
    .addOption(new Option('--format <format>', 'what is printed').choices(formatNames).default('terminal'))
    .option('--verbose', 'every requirement, with notes', false)
    .option('--quiet', 'no progress while it runs', false)
    .action(run);
}

async function run(files: string[], options: RunOptions): Promise<void> {
  const catalogue = readCatalogue();
  const prepared = prepareSubjects(files, options, catalogue);
  const subjects = await withPersonas(prepared, options.profile);
  if (options.updateFails) refuseUpdate(subjects, options.shard);
  prepareOut(options.out);
  using interruption = new Interruption();
  const { signal } = interruption;
  const found = await judge({ subjects, catalogue, options, signal });
  const again = () => withPersonas(prepareSubjects(files, options, catalogue), options.profile);
  const results = options.updateFails && !signal.aborted ? await updateFails(found, subjects, again) : found;
  process.exitCode = results.exitCode;
  await present(results, options);
}

interface Task {
  subjects: PreparedSubject[];
  catalogue: CatalogueEntry[];
  options: RunOptions;
  signal: AbortSignal;
}

/** Brings up what has to be started, runs the tests, and ends what was started. */
async function judge({ subjects: whole, catalogue, options, signal }: Task): Promise<RunResults> {
  const startedAt = new Date();
  const servers: StartedServer[] = [];
  const { patience, shard } = options;
  const subjects = inShard(whole, shard);
  // Those that are all in other shards are told of, and not brought up.
  const present = subjects.filter(({ requirements }) => requirements.length > 0);
  using ledgers = new Ledgers(present, patience);
  try {
    const diagnoses = await makeReady(present, servers, ledgers, signal);
    const planned = subjects.map((subject) => plan(subject, ledgers, catalogue));
    const report = await test(planned, options, signal);
    const day = dayOf(startedAt.toISOString());
    const judged = subjects.map((subject, index) => {
      const ended = servers.flatMap((server) => (server.subject === subject ? server.diagnosis() : []));
      const diagnosis = [...(diagnoses.get(subject) ?? []), ...ended];
      const ofWhole = shard === undefined ? {} : { whole: whole[index]?.requirements };
      const told = {
        file: subject.file,
        diagnosis,
        spent: ledgers.totalsOf(subject),
        catalogue,
        day,
        ...ofWhole,
      };
      const results = assemble({ planned: planned[index] as PlannedSubject, ...told, ...report });
      return located(results, subject);
    });
    return {
      schema: 1,
      tool: { name: 'proofkey', version: version() },
      startedAt: startedAt.toISOString(),
      durationMs: Date.now() - startedAt.getTime(),
      strict: options.strict,
      exitCode: signal.aborted ? exitCodes.interrupted : exitCodeOf(judged, report.errors),
      ...(shard === undefined ? {} : { shard }),
      harness: report.errors,
      subjects: judged,
    };
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

/** Judges what is planned; in a shard that may be nothing. */
async function test(
  planned: readonly PlannedSubject[],
  options: RunOptions,
  signal: AbortSignal,
): Promise<RunnerReport> {
  const subjects = planned.filter(({ requirements }) => requirements.length > 0);
  if (subjects.length === 0) return { results: [], errors: [], cutShort: '' };
  const { strict, workers, headed } = options;
  return runTests({ subjects, strict, workers }, { headed, progress: progressOf(options), signal });
}

/** Where a program reads the report nobody watches; the log of a build is for people, too. */
function progressOf({ format, quiet, verbose }: RunOptions): ProgressDetail | undefined {
  if (quiet || (format !== 'terminal' && format !== 'github')) return undefined;
  return verbose ? 'requirements' : 'findings';
}

/** Starts what the files start, then tries each real server and client once; what is built in needs no trial. */
async function makeReady(
  subjects: readonly PreparedSubject[],
  servers: StartedServer[],
  ledgers: Ledgers,
  signal: AbortSignal,
): Promise<Map<PreparedSubject, string[]>> {
  for (const subject of subjects) {
    const server = await StartedServer.start(subject, signal);
    if (server === undefined) continue;
    servers.push(server);
    ledgers.started(subject);
  }
  await tryDrivers(subjects, signal);
  const real = subjects.filter(
    ({ subject: { server } }) => server !== undefined && server.mock === undefined,
  );
  if (real.length === 0) return new Map();
  // Loaded here, because it brings the whole client side with it.
  const { preflight } = await import('./preflight.js');
  const tried = real.map(async (one) => [one, await preflight(one, ledgers.budgetOf(one), signal)] as const);
  return new Map(await Promise.all(tried));
}

async function tryDrivers(subjects: readonly PreparedSubject[], signal: AbortSignal): Promise<void> {
  const clients = subjects.filter(({ file, subject }) => file !== undefined && subject.client !== undefined);
  if (clients.length === 0) return;
  const { preflightDrivers } = await import('./preflight-drivers.js');
  await preflightDrivers(clients, signal);
}

function plan(
  prepared: PreparedSubject,
  ledgers: Ledgers,
  catalogue: readonly CatalogueEntry[],
): PlannedSubject {
  const { name, file, folder, subject, requirements } = prepared;
  const { fails, warns, flaky, server } = subject;
  const exactWarns = file === undefined || server?.mock !== undefined;
  const persona = prepared.meets === undefined ? {} : { meets: prepared.meets };
  const declared = { fails, warns, ...(flaky === undefined ? {} : { flaky }), exactWarns };
  const planned = { name, folder, subject, ...persona, faults: [], ...declared };
  const budget = ledgers.budgetOf(prepared);
  if (budget === undefined) return { ...planned, requirements };
  const chosen = catalogue.filter(({ id }) => requirements.includes(id));
  const counted = subject.connection?.auth.rateLimit?.counts;
  return { ...planned, budget, requirements: inBudgetOrder(chosen, counted).map(({ id }) => id) };
}

function againstList(value: string): Against[] {
  const listed = value.split(',').map((item) => item.trim());
  const unknown = listed.find((item) => !(profiles as readonly string[]).includes(item));
  if (unknown === undefined) return listed as Against[];
  throw new InvalidArgumentError(`"${unknown}" is none of ${profiles.join(', ')}.`);
}

function seconds(value: string): number {
  if (/^\d{1,5}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('It must be a whole number of seconds, from 0 to 99999.');
}

function workerCount(value: string): number {
  if (/^[1-9]\d?$/.test(value)) return Number(value);
  throw new InvalidArgumentError('It must be a whole number from 1 to 99.');
}
