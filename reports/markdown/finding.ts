import type { RequirementResult } from '../../fixtures/verdict/result.js';
import { clauseLink } from '../../suites/clause-link.js';
import { type Observed, observationsOf } from '../observations.js';
import { type Place, reproductionOf } from '../reproduction.js';
import { block, code, inline } from './text.js';

/** Variants of one observation that are named. */
const namedVariants = 8;

/** One finding in full: what was required, expected and received, and how to see it again. */
export function findingSection(result: RequirementResult, place: Place): string {
  const { id, severity, title, level, clauses, attack, fix, notes } = result;
  const lines = [
    ...observed(result),
    `- **Clause** ${inline(level)} · ${clauses.map(linked).join(', ')}`,
    `- **Attack** ${inline(attack)}`,
    `- **Fix** ${inline(fix)}`,
    ...notes.map((note) => `- **Note** ${code(note)}`),
  ];
  const heading = `#### ${inline(severity)} · ${code(id)}`;
  return [heading, inline(title), lines.join('\n'), ...reproduction(result, place)].join('\n\n');
}

function observed(result: RequirementResult): string[] {
  const observations = observationsOf(result);
  if (observations.length === 0) return [`- **Received** ${code(result.message ?? '')}`];
  return observations.flatMap((observation) => [
    ...(observation.drift === undefined ? [] : [`- **Field** ${code(observation.drift.field)}`]),
    ...variantsOf(observation),
    `- **Expected** ${code(observation.expected)}`,
    `- **Received** ${code(observation.received)}`,
  ]);
}

function variantsOf({ variants }: Observed): string[] {
  if (variants.length === 0) return [];
  const more = variants.length > namedVariants ? ` and ${variants.length - namedVariants} more` : '';
  return [`- **Variants** ${variants.slice(0, namedVariants).map(code).join(', ')}${more}`];
}

export function linked(clause: string): string {
  const link = clauseLink(clause);
  return link === undefined ? inline(clause) : `[${inline(clause)}](${link})`;
}

function reproduction(result: RequirementResult, place: Place): string[] {
  const steps = reproductionOf(result, place);
  if (steps.length === 0) return [];
  const pages = steps.length > 1 ? ', the second step after the pages that follow the first' : '';
  return [`Reproduce it${pages}:`, block('sh', steps)];
}
