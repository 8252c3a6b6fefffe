import type { RequirementResult } from '../../fixtures/verdict/result.js';
import { clauseLink } from '../../suites/clause-link.js';
import { linked } from '../markdown/finding.js';
import { inline } from '../markdown/text.js';

/** By the bands of GitHub: above 9 critical, from 7 on high, from 4 on medium, below low; nothing for information. */
const securitySeverities: Record<string, string> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '3.0',
};

/** Rule of entries under `fails` or `warns` that no longer fit; no weakness of the subject. */
export const outOfDateRule = {
  id: 'proofkey/declaration-out-of-date',
  name: 'DeclarationOutOfDate',
  shortDescription: { text: 'A declared deviation is as the subject file declares it' },
  fullDescription: {
    text: 'An entry of the baseline names a requirement that no longer fails, or its last day is over.',
  },
  help: { text: 'Remove the entry from the subject file, or agree on a new date.' },
  defaultConfiguration: { level: 'error' },
  properties: { tags: ['maintainability'], precision: 'very-high' },
};

/** A requirement as a rule of SARIF: title, attack, how it is tested and how to fix it, clauses with links. */
export function ruleOf(requirement: RequirementResult) {
  const { id, title, severity, clauses, attack } = requirement;
  const [helpUri] = clauses.flatMap((clause) => clauseLink(clause) ?? []);
  const score = securitySeverities[severity];
  return {
    id,
    name: nameOf(id),
    shortDescription: { text: title },
    fullDescription: { text: `${title}. ${attack.replace(/\.?$/, '.')}` },
    help: { text: helpText(requirement), markdown: helpMarkdown(requirement) },
    ...(helpUri === undefined ? {} : { helpUri }),
    defaultConfiguration: {
      level: levelOf(requirement.level.startsWith('MUST') ? 'fail' : 'warn', severity),
    },
    properties: {
      tags: tagsOf(requirement),
      precision: 'high',
      ...(score === undefined ? {} : { 'security-severity': score }),
    },
  };
}

/** A violated MUST that an attacker can use is an error; what weighs little is not called one. */
export function levelOf(verdict: string, severity: string): 'error' | 'warning' | 'note' {
  if (severity === 'info') return 'note';
  return verdict === 'fail' && severity !== 'low' ? 'error' : 'warning';
}

/** Area and level can be filtered for, too. */
function tagsOf({ id, level, threats }: RequirementResult): string[] {
  const [role = '', area = ''] = id.split('/');
  return ['security', 'oauth', role, `${role}/${area}`, level, ...threats];
}

function helpText({ attack, tested, fix, clauses, level }: RequirementResult): string {
  return `Attack: ${attack}\nTested: ${tested}\nFix: ${fix}\nClauses (${level}): ${clauses.join(', ')}`;
}

function helpMarkdown({ attack, tested, fix, clauses, level }: RequirementResult): string {
  const listed = clauses.map(linked).join(', ');
  return [
    `**Attack**: ${inline(attack)}`,
    `**How it is tested**: ${inline(tested)}`,
    `**Fix**: ${inline(fix)}`,
    `**Clauses** (${level}): ${listed}`,
  ].join('\n\n');
}

/** SARIF wants a name that could be an identifier: `server/code/single-use` is `ServerCodeSingleUse`. */
function nameOf(id: string): string {
  return id.replace(/(?:^|[^a-z0-9]+)([a-z0-9])/g, (_match, letter: string) => letter.toUpperCase());
}
