import type { CatalogueEntry } from '../../suites/catalogue.js';
import { clauseLink } from '../../suites/clause-link.js';
import { notCovered, type ThreatId, threats } from '../../suites/threats.js';
import { table } from '../connection-tables.js';
import { inMarkdown, link, requirementLink, threatAnchor } from './markdown.js';

const intro = `A requirement covers a threat where its violation is the attack, or takes away a countermeasure that the section of the threat
names. A pass says that this countermeasure is in place, no more: most threats have several. A report calls a threat open where a requirement
of it failed, and unknown where one was skipped or undecided, or where none covers it.`;

/** The threats of the two documents, each with the requirements that cover it or the reason why none does. */
export function threatsPage(catalogue: readonly CatalogueEntry[]): string {
  const ids = Object.keys(threats) as ThreatId[];
  const documents = [...new Set(ids.map(documentOf))];
  const open = Object.keys(notCovered).length;
  const counts = `${ids.length} threats, of which ${ids.length - open} are covered and ${open} are not.`;
  const sections = documents.flatMap((document) => [
    `## ${document}`,
    table(
      ['section', 'threat', 'requirements'],
      ids.filter((id) => documentOf(id) === document).map((id) => row(id, catalogue)),
    ),
  ]);
  const top = ['# Threats, and the requirements that cover them', `${intro}\n\n${counts}`];
  return `${[...top, '[What the requirements say](README.md) · written by `npm run docs`', ...sections].join('\n\n')}\n`;
}

function documentOf(id: ThreatId): string {
  return id.replace(/ §.*$/, '');
}

function row(id: ThreatId, catalogue: readonly CatalogueEntry[]): string[] {
  const section = id.replace(/^.* /, '');
  const covering = catalogue
    .filter((entry) => entry.threats.includes(id))
    .map((entry) => requirementLink(entry.id));
  return [
    `<a id="${threatAnchor(id)}"></a>${link(section, clauseLink(id) ?? '')}`,
    inMarkdown(threats[id]),
    covering.length > 0 ? covering.join('<br>') : `None. ${inMarkdown(notCovered[id] ?? '')}`,
  ];
}
