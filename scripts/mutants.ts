import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runTests } from '../cli/test-runner.js';
import type { PlannedSubject } from '../fixtures/plan.js';
import { assemble } from '../results/assemble.js';
import type { SubjectResults } from '../results/run-results.js';
import { type CatalogueEntry, readCatalogue } from '../suites/catalogue.js';
import { differences, type KillEntry, type KillTable, readKillTable, writeKillTable } from './kill-table.js';
import { type Mutant, mutantsOf, planMutants } from './mutant-plan.js';

/**
 * `npm run mutants`: the requirements tested in their turn. Each fault that is aimed at a requirement, of the mock or
 * of the reference client, is a subject of its own, and that requirement has to catch it. Exit code 1 when one
 * survives, when anything differs from the reviewed kill table, or when a requirement that needs one has no mutant.
 */
interface Options {
  /** Writes what was observed as the new table. */
  update: boolean;
  /** Judges each mutant by what the table says and by its own area only: for every day. */
  declared: boolean;
  /** Faults to run; all when empty. */
  faults: string[];
}

const tableFile = join(import.meta.dirname, '..', '..', 'suites', 'kill-table.yaml');

const { values, positionals } = parseArgs({
  options: { update: { type: 'boolean', default: false }, declared: { type: 'boolean', default: false } },
  allowPositionals: true,
});
process.exitCode = await main({ ...values, faults: positionals });

async function main(options: Options): Promise<number> {
  const started = performance.now();
  const core = readCatalogue().filter(({ tier }) => tier === 'core');
  const table = readKillTable(tableFile);
  const all = await mutantsOf(core);
  const chosen = all.filter(({ fault }) => options.faults.length === 0 || options.faults.includes(fault));
  const results = await judge(planMutants(chosen, core, table, options.declared), core);
  const observed: KillTable = Object.fromEntries(
    chosen.map((mutant, index) => [mutant.fault, entryOf(mutant, results[index] as SubjectResults)]),
  );
  print(chosen, observed, results);
  const troubles = [...survivors(chosen, observed), ...crashes(results), ...unguarded(all, core)];
  if (options.update) writeKillTable(tableFile, { ...existing(table, all), ...observed });
  else troubles.push(...departures(chosen, observed, table, results), ...gone(table, all));
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  process.stdout.write(
    `\n${troubles.map((text) => `✗ ${text}\n`).join('')}${chosen.length} mutants in ${seconds} s\n`,
  );
  return troubles.length === 0 ? 0 : 1;
}

async function judge(planned: PlannedSubject[], core: readonly CatalogueEntry[]): Promise<SubjectResults[]> {
  const report = await runTests(
    { subjects: planned, strict: false, workers: availableParallelism() },
    { headed: false, progress: 'counts', signal: new AbortController().signal },
  );
  for (const error of report.errors) process.stderr.write(`${error}\n`);
  const day = new Date().toISOString().slice(0, 10);
  return planned.map((one) =>
    assemble({ planned: one, file: undefined, diagnosis: [], ...report, catalogue: core, day }),
  );
}

function entryOf({ aimedAt }: Mutant, { requirements }: SubjectResults): KillEntry {
  const ids = (wanted: string) =>
    requirements.filter(({ verdict }) => verdict === wanted).map(({ id }) => id);
  return { aimedAt, fails: ids('fail'), warns: ids('warn'), inconclusive: ids('inconclusive') };
}

function survivors(chosen: readonly Mutant[], observed: KillTable): string[] {
  return chosen
    .filter(({ fault }) => killedBy(observed[fault] as KillEntry) === undefined)
    .map(({ fault, aimedAt }) => `${fault} survived: ${aimedAt} neither fails nor warns`);
}

function killedBy({ aimedAt, fails, warns }: KillEntry): 'FAIL' | 'WARN' | undefined {
  if (fails.includes(aimedAt)) return 'FAIL';
  return warns.includes(aimedAt) ? 'WARN' : undefined;
}

function crashes(results: readonly SubjectResults[]): string[] {
  return results.flatMap(({ name, requirements }) =>
    requirements.flatMap(({ id, crashed }) =>
      crashed === undefined ? [] : [`${name}: ${id} crashed: ${crashed}`],
    ),
  );
}

/**
 * A MUST, or any client requirement, that no mutant violates: nobody knows whether its test can fail. The mutant of a
 * connection requirement is a changed manifest (suites/self/drift.test.ts).
 */
function unguarded(all: readonly Mutant[], core: readonly CatalogueEntry[]): string[] {
  const aims = new Set(all.map(({ aimedAt }) => aimedAt));
  const needsOne = ({ role, level }: CatalogueEntry) =>
    role === 'client' || (role !== 'connection' && level.startsWith('MUST'));
  return core
    .filter((entry) => needsOne(entry) && !aims.has(entry.id))
    .map(({ id, level }) => `${id} is a ${level} and has no mutant`);
}

function departures(
  chosen: readonly Mutant[],
  observed: KillTable,
  table: KillTable,
  results: readonly SubjectResults[],
): string[] {
  return chosen.flatMap(({ fault }, index) => {
    const judged = results[index]?.requirements.map(({ id }) => id) ?? [];
    return differences(fault, observed[fault] as KillEntry, table[fault], judged);
  });
}

function gone(table: KillTable, all: readonly Mutant[]): string[] {
  return Object.keys(table)
    .filter((fault) => !all.some((mutant) => mutant.fault === fault))
    .map((fault) => `${fault} is in the kill table, but is no fault any more`);
}

function existing(table: KillTable, all: readonly Mutant[]): KillTable {
  const removed = gone(table, all);
  return removed.length === 0
    ? table
    : Object.fromEntries(
        Object.entries(table).filter(([fault]) => all.some((mutant) => mutant.fault === fault)),
      );
}

function print(chosen: readonly Mutant[], observed: KillTable, results: readonly SubjectResults[]): void {
  const width = (texts: string[]) => Math.max(...texts.map(({ length }) => length), 0);
  const [first, second] = [
    width(chosen.map(({ fault }) => fault)),
    width(chosen.map(({ aimedAt }) => aimedAt)),
  ];
  const row = (cells: [string, string, string, string]) =>
    `${cells[0].padEnd(first)}  ${cells[1].padEnd(second)}  ${cells[2].padEnd(8)}  ${cells[3]}\n`;
  process.stdout.write(row(['fault', 'aimed at', 'killed', 'collateral']));
  for (const [index, { fault, aimedAt }] of chosen.entries()) {
    const entry = observed[fault] as KillEntry;
    const others = [...entry.fails, ...entry.warns].filter((id) => id !== aimedAt).length;
    const undecided = entry.inconclusive.length === 0 ? '' : `, ${entry.inconclusive.length} inconclusive`;
    const judged = results[index]?.requirements.length ?? 0;
    process.stdout.write(
      row([fault, aimedAt, killedBy(entry) ?? 'SURVIVED', `${others}${undecided} of ${judged}`]),
    );
  }
}
