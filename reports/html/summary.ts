import { severities } from '../../suites/requirement.js';
import { counted } from '../counted.js';
import { exitInWords } from '../exit-in-words.js';
import type { Arranged, ShownRequirement } from './arranged.js';
import { filterLink, placeLink, severityMark, symbols } from './marks.js';
import { type Html, html, nothing, shortened } from './markup.js';
import { severityTable } from './severity-table.js';
import { controlList, staleList, subjectList } from './subjects.js';
import { undecidedList } from './undecided.js';

/** Findings that the first screen names. */
const namedFindings = 10;
/** Subjects that are listed beside the findings; more than that get the whole width. */
const subjectsBeside = 3;
/** Characters of a title or a message. */
const shownText = 240;

/** The answer on one screen: the verdict, how much of what, what to fix first. */
export function summary(arranged: Arranged): Html {
  const subjects = subjectList(arranged.subjects);
  const beside = arranged.subjects.length <= subjectsBeside;
  return html`
    <section id="summary" aria-labelledby="title">
      ${headline(arranged)}
      <div class="columns">
        <div>
          ${harnessErrors(arranged)}
          ${controlList(arranged.subjects)}
          ${fixFirst(arranged)}
          ${staleList(arranged.subjects)}
          ${undecidedList(arranged)}
        </div>
        <div>${severityTable(arranged)}${beside ? subjects : nothing}</div>
      </div>
      ${beside ? nothing : subjects}
    </section>`;
}

const titles: Record<number, [string, string]> = {
  0: ['pass', 'As declared'],
  1: ['fail', 'Declarations out of date'],
  3: ['inconclusive', 'Not decided'],
  130: ['inconclusive', 'Ended early'],
};

function headline({ run, findings }: Arranged): Html {
  const { exitCode, startedAt, durationMs, tool, strict, subjects, shard } = run;
  const [verdict, title] = titles[exitCode] ?? ['inconclusive', 'Not decided'];
  const symbol = symbols[verdict as keyof typeof symbols];
  const graded = [...new Set(subjects.flatMap(({ against }) => against))].join(', ');
  const facts: [string, Html | string][] = [
    [
      'Began',
      html`<time datetime="${startedAt}">${startedAt.replace('T', ' ').replace(/\..*$/, '')} UTC</time>`,
    ],
    ['Took', `${(durationMs / 1000).toFixed(1)} s`],
    ['Graded by', graded],
    ['Strict', strict ? 'yes: a violated SHOULD fails' : 'no: a violated SHOULD warns'],
    ['Tool', `${tool.name} ${tool.version}`],
    ...(shard === undefined ? [] : [['Part', `${shard.index} of ${shard.count}`] as [string, string]]),
  ];
  return html`
    <div class="verdict ${verdict}">
      <h1 id="title"><span aria-hidden="true">${symbol}</span> ${findings.length > 0 && exitCode === 1 ? counted(findings.length, 'finding') : title}</h1>
      <p>Exit code ${exitCode}: ${exitInWords[exitCode] ?? 'unknown'}.${bySeverityText(findings)}</p>
    </div>
    <dl class="facts">${facts.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function bySeverityText(findings: readonly ShownRequirement[]): string {
  const parts = severities.flatMap((severity) => {
    const count = findings.filter(({ about }) => about.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}`];
  });
  return parts.length === 0 ? '' : ` By severity: ${parts.join(', ')}.`;
}

function harnessErrors({ run }: Arranged): Html {
  if (run.harness.length === 0) return nothing;
  const more = run.harness.length - namedFindings;
  const items = run.harness.slice(0, namedFindings).map((text) => html`<li>${shortened(text, 2000)}</li>`);
  return html`
    <section class="panel" aria-labelledby="harness-title">
      <h2 id="harness-title">The harness failed</h2><ul class="todo">${items}</ul>
      ${more > 0 ? html`<p>and ${more} more; results.json has all</p>` : nothing}
    </section>`;
}

function fixFirst({ findings, subjects, all }: Arranged): Html {
  if (findings.length === 0) return nothingFound(all);
  const several = subjects.length > 1;
  const more = findings.length - namedFindings;
  return html`
    <section class="panel" aria-labelledby="first-title">
      <h2 id="first-title">What to fix first</h2>
      <ol class="todo">${findings.slice(0, namedFindings).map((finding) => findingItem(finding, several))}</ol>
      ${more > 0 ? html`<p>${filterLink('standing=finding', `and ${more} more`)}</p>` : nothing}
    </section>`;
}

function findingItem({ id, about, results }: ShownRequirement, several: boolean): Html {
  const own = results.filter(({ standing }) => standing === 'finding');
  const names = several
    ? html`<span class="dim"> ${own.map(({ subject }) => subject.name).join(', ')}</span>`
    : nothing;
  return html`
    <li>${severityMark(about.severity)} ${placeLink(id, shortened(about.title, shownText))}${names}
      <p>${shortened(about.fix, shownText)}</p></li>`;
}

function nothingFound(all: readonly ShownRequirement[]): Html {
  const known = all.filter(({ results }) => results.some(({ standing }) => standing === 'declared'));
  const text =
    known.length === 0
      ? html`No requirement fails.`
      : html`Nothing fails that is not declared. ${filterLink('standing=declared', counted(known.length, 'requirement deviates', 'requirements deviate'))} as declared.`;
  return html`
    <section class="panel" aria-labelledby="first-title"><h2 id="first-title">What to fix first</h2><p>Nothing. ${text}</p></section>`;
}
