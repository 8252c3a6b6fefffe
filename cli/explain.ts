import { Command } from 'commander';
import { Canvas } from '../reports/terminal/canvas.js';
import { type CatalogueEntry, readCatalogue } from '../suites/catalogue.js';
import { areaNames, type ExplainedAreas, explainArea } from './explain/area.js';
import { drawAreas, drawRequirement, drawRule } from './explain/draw.js';
import { type ExplainedRequirement, explainRequirement } from './explain/requirement.js';
import { type ExplainedRule, explainRule, ruleIds } from './explain/rule.js';
import { suggestion } from './prepare-subjects.js';
import { terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

type Explained = ExplainedRequirement | ExplainedRule | ExplainedAreas;

/** `proofkey explain ID`: all about one requirement or manifest rule, or what an area consists of. */
export function explainCommand(): Command {
  return new Command('explain')
    .description(
      'tell what a requirement or manifest rule demands, why, how it is tested, and how to meet it',
    )
    .argument(
      '<id>',
      'a requirement (server/pkce/s256-verifier-mismatch), an area (server/pkce, pkce) or a rule',
    )
    .option('--json', 'as JSON', false)
    .action(explain);
}

async function explain(id: string, { json }: { json: boolean }): Promise<void> {
  const catalogue = readCatalogue();
  const told = await find(id, catalogue);
  if (told === undefined) throw unknown(id, catalogue);
  if (json) {
    process.stdout.write(`${JSON.stringify(told, undefined, 2)}\n`);
    return;
  }
  const { columns, colors } = terminal();
  const canvas = new Canvas(columns, colors);
  if (told.kind === 'requirement') drawRequirement(canvas, told);
  else if (told.kind === 'rule') drawRule(canvas, told);
  else drawAreas(canvas, told);
  process.stdout.write(canvas.toString());
}

/** A requirement's id has two slashes and a rule's has none, so that only areas of one word can be mistaken for a rule. */
async function find(id: string, catalogue: readonly CatalogueEntry[]): Promise<Explained | undefined> {
  const entry = catalogue.find((candidate) => candidate.id === id);
  if (entry !== undefined) return explainRequirement(entry);
  return explainRule(id) ?? explainArea(id, catalogue);
}

function unknown(id: string, catalogue: readonly CatalogueEntry[]): UsageError {
  const known = [...catalogue.map((entry) => entry.id), ...areaNames(catalogue), ...ruleIds];
  const hint = suggestion(id, known);
  const advice = hint === '' ? '; "proofkey list" shows all requirements' : hint;
  return new UsageError(`there is no requirement, area or rule ${JSON.stringify(id)}${advice}`);
}
