import { type ExplainedRequirement, explainRequirement } from '../../cli/explain/requirement.js';
import type { CatalogueEntry } from '../../suites/catalogue.js';
import { table } from '../connection-tables.js';
import { inMarkdown, link, requirementAnchor, requirementLink, threatAnchor } from './markdown.js';

/** All requirements of one role, area by area. */
export async function rolePage(heading: string, entries: readonly CatalogueEntry[]): Promise<string> {
  const areas = [...new Set(entries.map(({ area }) => area))];
  const sections = await Promise.all(
    areas.map(async (area) => {
      const own = entries.filter((entry) => entry.area === area);
      return [`## ${area}`, ...(await Promise.all(own.map(section)))];
    }),
  );
  const intro = `[What the lines mean](README.md) · [Threats](threats.md) · written by \`npm run docs\``;
  return `${[`# ${heading}`, intro, overview(entries), ...sections.flat()].join('\n\n')}\n`;
}

function overview(entries: readonly CatalogueEntry[]): string {
  return table(
    ['requirement', 'level', 'severity', ''],
    entries.map(({ id, level, severity, title }) => [
      `[\`${id}\`](#${requirementAnchor(id)})`,
      level,
      severity,
      inMarkdown(title),
    ]),
  );
}

async function section(entry: CatalogueEntry): Promise<string> {
  const told = await explainRequirement(entry);
  const { id, title, level, severity, tier, tested, fix } = told;
  const lines = [
    ['**Clauses**', told.clauses.map(({ clause, url }) => (url ? link(clause, url) : inMarkdown(clause)))],
    ['**Attack**', [inMarkdown(entry.attack)]],
    ['**Threats**', told.threats.map(threatLink)],
    ['**Tested**', [inMarkdown(tested)]],
    [`**Fix**, in the ${fix.in}`, [inMarkdown(fix.text)]],
    ['**Needs**', [needsOf(told)]],
    ['**Control**', [controlOf(told)]],
    ['**Proved by**', [proofOf(told)]],
  ] as const;
  return [
    `<a id="${requirementAnchor(id)}"></a>`,
    `### ${inMarkdown(title)}`,
    `\`${id}\` · ${level} · severity ${severity} · tier ${tier}`,
    lines
      .filter(([, texts]) => texts.length > 0)
      .map(([label, texts]) => `- ${label}: ${texts.join(', ')}`)
      .join('\n'),
  ].join('\n\n');
}

function threatLink({ id, title }: ExplainedRequirement['threats'][number]): string {
  return link(`${id} ${title}`, `threats.md#${threatAnchor(id)}`);
}

function needsOf({ needs }: ExplainedRequirement): string {
  return needs.length === 0 ? 'nothing' : needs.map(({ inWords }) => inMarkdown(inWords)).join('; ');
}

function controlOf({ control, negative }: ExplainedRequirement): string {
  if (control === undefined) return 'none, since whoever refuses everything, or does nothing, fails it';
  const named = control.includes('/') ? requirementLink(control) : `"${inMarkdown(control)}"`;
  return negative
    ? `it passes only if ${named} succeeded before and after, with the same subject`
    : `${named} is run before and after`;
}

function proofOf({ id, mutants }: ExplainedRequirement): string {
  if (mutants.length === 0) {
    if (!id.startsWith('connection/'))
      throw new Error(`no fault is aimed at ${id}; add one, as all others have`);
    return 'manifests and servers of which one says what the other does not do';
  }
  return mutants
    .map(({ fault, deviation }) => `the mutant \`${fault}\`, which ${inMarkdown(deviation)}`)
    .join('; ');
}
