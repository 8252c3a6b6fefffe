import { type CatalogueRule, ruleCatalogue } from '../../connection/manifest/rule-catalogue.js';
import { linked } from './requirement.js';

/** All about one rule on manifests, as `explain --json` tells it. */
export interface ExplainedRule {
  kind: 'rule';
  id: string;
  level: CatalogueRule['level'];
  demands: string;
  clauses: { clause: string; url?: string }[];
  fix: { in: 'manifest' | 'subject file'; text: string };
  /** Judges a file by this rule and all others: they need no network, and take no time. */
  command: string;
}

export const ruleIds: readonly string[] = ruleCatalogue.map(({ id }) => id);

export function explainRule(asked: string): ExplainedRule | undefined {
  const rule = ruleCatalogue.find(({ id }) => id === asked);
  if (rule === undefined) return undefined;
  const { id, level, demands, remedy, clause, about } = rule;
  return {
    kind: 'rule',
    ...{ id, level },
    // The sentence is for documents, in which code stands between backquotes.
    demands: demands.replaceAll('`', ''),
    clauses: clausesIn(clause).map(linked),
    fix: { in: about === 'subject' ? 'subject file' : 'manifest', text: remedy },
    command: id === 'unwritable-file' ? 'npx proofkey validate --fix FILE' : 'npx proofkey validate FILE',
  };
}

/** `RFC 9700 §2.1 and §4.1.3, RFC 9207` names three clauses; a section alone is of the document before it. */
function clausesIn(text = ''): string[] {
  const parts = text.split(/,? and |, /).filter((part) => part !== '');
  let document = '';
  return parts.map((part) => {
    if (!part.startsWith('§')) {
      document = part.replace(/ (?:§|Appendix ).*$/, '');
      return part;
    }
    return `${document} ${part}`;
  });
}
