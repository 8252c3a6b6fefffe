import { dirname } from 'node:path';
import { builtInClient, builtInMock } from '../cli/prepare-subjects.js';
import { loadSubject } from '../connection/load-subject.js';
import type { Subject } from '../connection/subject.js';
import { clientFaultIds, loadClientFault } from '../fixtures/clients/client-fault.js';
import type { PlannedSubject } from '../fixtures/plan.js';
import { faultIds, loadFault } from '../mock-provider/fault.js';
import type { CatalogueEntry } from '../suites/catalogue.js';
import type { KillTable } from './kill-table.js';

/** A subject with one deviation, which one requirement must catch. */
export interface Mutant {
  fault: string;
  aimedAt: string;
  /** Half that it deviates in: the mock provider, or the reference client. */
  half: 'provider' | 'client';
  /** Provider persona that the client meets. */
  at?: string;
}

/** Faults that violate a requirement of the tier; those that are legal behaviour are stimulus only. */
export async function mutantsOf(core: readonly CatalogueEntry[]): Promise<Mutant[]> {
  const providers = await Promise.all(
    faultIds().map(async (fault) => ({ fault, half: 'provider' as const, ...(await loadFault(fault)) })),
  );
  const clients = await Promise.all(
    clientFaultIds().map(async (fault) => ({
      fault,
      half: 'client' as const,
      ...(await loadClientFault(fault)),
    })),
  );
  return [...providers, ...clients].flatMap(({ fault, half, aimedAt, ...more }) =>
    aimedAt !== undefined && core.some(({ id }) => id === aimedAt)
      ? [{ fault, half, aimedAt, ...('at' in more && more.at !== undefined ? { at: more.at } : {}) }]
      : [],
  );
}

/** The requirements that a mutant's half can break. */
export function rowsOf({ half, at }: Mutant, core: readonly CatalogueEntry[]): string[] {
  return core
    .filter(({ role, id }) => (half === 'client' ? role === 'client' && isFor(at, id) : isServers(role)))
    .map(({ id }) => id);
}

/** Rows about a provider persona are judged where one is played. */
function isFor(at: string | undefined, id: string): boolean {
  return at !== undefined || !id.startsWith('client/profile/');
}

/** Those of the connection are held by changed manifests (suites/self/drift.test.ts). */
function isServers(role: string): boolean {
  return role === 'server' || role === 'resource';
}

/** Each mutant as a subject; with `declared`, judged by what the kill table says and by its own area only. */
export function planMutants(
  mutants: readonly Mutant[],
  core: readonly CatalogueEntry[],
  table: KillTable,
  declared: boolean,
): PlannedSubject[] {
  const provider = loadSubject(builtInMock).subject;
  const client = loadSubject(builtInClient).subject;
  return mutants.map((mutant) => {
    const { fails = [], warns = [], inconclusive = [] } = table[mutant.fault] ?? {};
    const area = mutant.aimedAt.split('/').slice(0, 2).join('/');
    const known = new Set([...fails, ...warns, ...inconclusive]);
    const isOwn = (id: string) => known.has(id) || id.startsWith(`${area}/`);
    const rows = rowsOf(mutant, core);
    return {
      name: mutant.fault,
      ...(mutant.half === 'provider' ? deviatingMock(mutant, provider) : deviatingClient(mutant, client)),
      // Nothing is declared to the test runner: what departs from the table is told in the end, all of it together.
      fails: [],
      warns: [],
      exactWarns: false,
      requirements: declared ? rows.filter(isOwn) : rows,
    };
  });
}

type Deviating = Pick<PlannedSubject, 'subject' | 'folder' | 'faults' | 'meets'>;

function deviatingMock({ fault }: Mutant, subject: Subject): Deviating {
  return { subject, folder: dirname(builtInMock), faults: [fault] };
}

/** The reference client takes the faults that it plays as its program arguments. */
function deviatingClient({ fault, at }: Mutant, subject: Subject): Deviating {
  const { driver } = subject.client ?? {};
  if (driver === undefined || !('module' in driver) || Array.isArray(driver.module))
    throw new Error(`${builtInClient} no longer drives the reference client as a module without arguments`);
  const client = { ...subject.client, driver: { module: [driver.module, fault] } };
  const meets = at === undefined ? {} : { meets: { client: 'reference', profile: at, from: at } };
  return { subject: { ...subject, client }, folder: dirname(builtInClient), faults: [], ...meets };
}
