import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '../cli/test-runner.js';
import { loadSubject } from '../connection/load-subject.js';
import type { DeclaredLimit, Subject } from '../connection/subject.js';
import type { PlannedSubject } from '../fixtures/plan.js';
import type { RequirementResult } from '../fixtures/verdict/result.js';
import { inBudgetOrder } from '../suites/budget-order.js';
import { readCatalogue } from '../suites/catalogue.js';
import type { CountedName, RequestCountTable } from '../suites/request-counts.js';

const root = join(import.meta.dirname, '..', '..');
const builtIn = join(root, 'fixtures', 'subjects', 'mock.yaml');

/** Adds to a table what each requirement and each control sends to an endpoint of the built-in mock; `all`: to any. */
export async function measure(table: RequestCountTable, endpoint: CountedName): Promise<void> {
  for (const result of await judgedUnderBudget(endpoint === 'all' ? {} : { counts: [endpoint] }))
    note(table, result, endpoint);
}

/** Judges the mock under a limit that nobody reaches, in the order of a budget. */
async function judgedUnderBudget(counts: Pick<DeclaredLimit, 'counts'>): Promise<RequirementResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'proofkey-measure-'));
  const catalogue = readCatalogue().filter(({ role }) => role !== 'client');
  const planned: PlannedSubject = {
    name: 'mock',
    folder: root,
    subject: limited(loadSubject(builtIn).subject, { requests: 100_000, perSeconds: 1, ...counts }),
    faults: [],
    fails: [],
    warns: [],
    exactWarns: true,
    requirements: inBudgetOrder(catalogue, counts.counts).map(({ id }) => id),
    budget: { ledger: join(folder, 'ledger.jsonl'), patienceSeconds: 60 },
  };
  try {
    const options = { headed: false, progress: undefined, signal: new AbortController().signal };
    return (await runTests({ subjects: [planned], strict: false, workers: 1 }, options)).results;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function limited({ connection, ...subject }: Subject, rateLimit: DeclaredLimit): Subject {
  if (connection === undefined) throw new Error('the built-in subject has changed');
  return { ...subject, connection: { ...connection, auth: { ...connection.auth, rateLimit } } };
}

function note(
  table: RequestCountTable,
  { id, verdict, message, control, spent }: RequirementResult,
  endpoint: CountedName,
): void {
  if (verdict === 'skipped') return;
  if (verdict !== 'pass' || spent === undefined)
    throw new Error(`${id} is ${verdict} (${message}): only what a correct server is sent can be measured`);
  enter(table.requirements, id, endpoint, spent.test);
  if (control !== undefined) enter(table.controls, control, endpoint, Math.max(spent.before, spent.after));
}

function enter(
  list: RequestCountTable[keyof RequestCountTable],
  id: string,
  endpoint: CountedName,
  count: number,
): void {
  list[id] ??= {};
  if (count > 0) list[id][endpoint] = Math.max(count, list[id][endpoint] ?? 0);
}
