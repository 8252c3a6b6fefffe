import type { Capability } from '../../fixtures/server/capabilities.js';
import type { CatalogueEntry } from '../../suites/catalogue.js';
import { clauseLink } from '../../suites/clause-link.js';
import { type ThreatId, threats } from '../../suites/threats.js';
import { type Mutant, mutantsFor } from './mutants.js';
import { needsInWords } from './needs-in-words.js';
import { type FixedIn, whereToFix } from './where-to-fix.js';

/** All about one requirement, as `explain --json` tells it. */
export interface ExplainedRequirement {
  kind: 'requirement';
  id: string;
  title: string;
  level: string;
  severity: string;
  tier: string;
  /** The deciding one first. */
  clauses: { clause: string; url?: string }[];
  /** What an attacker gains where it is violated, in one sentence. */
  attack: string;
  threats: { id: ThreatId; title: string }[];
  tested: string;
  fix: { in: FixedIn; text: string };
  /** Where one is missing, the requirement is skipped. */
  needs: { id: string; inWords: string }[];
  negative: boolean;
  /** Positive control. */
  control?: string;
  mutants: Mutant[];
  /** Judges this requirement alone. */
  command: string;
}

export async function explainRequirement(entry: CatalogueEntry): Promise<ExplainedRequirement> {
  const { id, title, level, severity, tier, tested, fix, needs, negative, control } = entry;
  return {
    kind: 'requirement',
    ...{ id, title, level, severity, tier },
    clauses: entry.clauses.map(linked),
    attack: entry.attack,
    threats: entry.threats.map((threat) => ({ id: threat, title: threats[threat] })),
    tested,
    fix: { in: whereToFix(entry), text: fix },
    needs: needs.map((need) => ({ id: need, inWords: needsInWords[need as Capability] })),
    negative,
    ...(control === undefined ? {} : { control }),
    mutants: await mutantsFor(id),
    command: commandFor(entry),
  };
}

export function linked(clause: string): { clause: string; url?: string } {
  const url = clauseLink(clause);
  return { clause, ...(url === undefined ? {} : { url }) };
}

function commandFor({ id, tier, needs }: CatalogueEntry): string {
  const all = tier === 'core' ? '' : ' --tier all';
  const persona = needs.includes('provider.persona') ? ' --profile all' : '';
  return `npx proofkey run --only ${id}${all}${persona} subject.yaml`;
}
