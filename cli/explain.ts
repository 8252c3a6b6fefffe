import { Command } from 'commander';
import picocolors from 'picocolors';
import { clientFaultIds, loadClientFault } from '../fixtures/clients/client-fault.js';
import { faultIds, loadFault } from '../mock-provider/fault.js';
import { Canvas } from '../reports/terminal/canvas.js';
import { type CatalogueEntry, readCatalogue } from '../suites/catalogue.js';
import { suggestion } from './prepare-subjects.js';
import { UsageError } from './usage-error.js';

/** `proofkey explain ID`: all about one requirement. */
export function explainCommand(): Command {
  return new Command('explain')
    .description('tell what a requirement demands, why, how it is tested, and how to meet it')
    .argument('<id>', 'as server/pkce/s256-verifier-mismatch')
    .action(explain);
}

async function explain(id: string): Promise<void> {
  const catalogue = readCatalogue();
  const entry = catalogue.find((candidate) => candidate.id === id);
  if (entry === undefined) {
    const ids = catalogue.map((candidate) => candidate.id);
    throw new UsageError(`there is no requirement "${id}"${suggestion(id, ids)}`);
  }
  const colors = picocolors.isColorSupported && process.stdout.isTTY === true;
  const canvas = new Canvas(process.stdout.columns ?? 100, colors);
  canvas.raw(canvas.paint.bold(entry.id));
  canvas.text(entry.title, 0);
  canvas.blank();
  for (const [label, text] of await rowsOf(entry)) canvas.field(label, text, { indent: 2, column: 10 });
  process.stdout.write(canvas.toString());
}

async function rowsOf(entry: CatalogueEntry): Promise<[string, string][]> {
  const { level, severity, tier, clauses, attack, tested, fix, needs, negative, control } = entry;
  const faults = await faultsAimedAt(entry.id);
  const rests = negative
    ? 'it passes only if this control passed before and after with the same subject'
    : 'run before and after';
  return [
    ['Level', `${level}, severity ${severity}, tier ${tier}`],
    ['Clauses', clauses.join(', ')],
    ['Attack', attack],
    ['Tested', tested],
    ['Fix', fix],
    ['Needs', needs.length === 0 ? 'nothing' : needs.join(', ')],
    ['Control', control === undefined ? 'none' : `${control} (${rests})`],
    ...(faults.length === 0 ? [['Proved by', 'no fault yet'] as [string, string]] : faults),
  ];
}

/** Faults, of the mock or of the reference client, that this requirement must catch. */
async function faultsAimedAt(id: string): Promise<[string, string][]> {
  const [ids, load] = id.startsWith('client/')
    ? [clientFaultIds(), loadClientFault]
    : [faultIds(), loadFault];
  const faults = await Promise.all(ids.map(async (name) => ({ name, fault: await load(name) })));
  return faults
    .filter(({ fault }) => fault.aimedAt === id)
    .map(({ name, fault }) => ['Proved by', `fault ${name}, which ${fault.deviation}`]);
}
