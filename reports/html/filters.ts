import { severities } from '../../suites/requirement.js';
import { verdictCounts } from '../verdict-counts.js';
import type { Arranged } from './arranged.js';
import { symbols, verdicts } from './marks.js';
import { type Html, html } from './markup.js';
import { type ShownStanding, standingTexts } from './shown-standing.js';

/** A value, and how it is shown. */
type Option = readonly [value: string, text: string];

const standings: readonly ShownStanding[] = ['finding', 'expired', 'stale', 'crashed', 'flaky', 'declared'];
const levels = ['MUST', 'MUST NOT', 'SHOULD', 'SHOULD NOT'];

/** Which requirements are shown. The script makes it work and keeps it in the address; without one it is hidden. */
export function filterForm(arranged: Arranged): Html {
  return html`
    <form id="filters" role="search" aria-label="Filter requirements" hidden>
      <label class="search"><span class="vh">Search in requirements</span>
        <input type="search" name="q" placeholder="Search: id, text, evidence   ( / )" autocomplete="off" spellcheck="false">
      </label>
      <p id="shown" role="status" aria-live="polite"></p>
      ${verdictChoices(arranged)}
      ${severityChoices(arranged)}
      <div class="selects">
        ${selects(arranged)}
        <button type="button" data-clear>Clear</button>
      </div>
    </form>`;
}

function verdictChoices({ all }: Arranged): Html {
  const given = all.flatMap(({ results }) => results.map(({ result }) => result));
  const boxes = verdictCounts(given, verdicts).map(({ verdict, count }) =>
    choice('verdict', [verdict, `${symbols[verdict]} ${verdict}`], count),
  );
  return html`<fieldset><legend>Verdict</legend>${boxes}</fieldset>`;
}

function severityChoices({ all }: Arranged): Html {
  const boxes = severities.map((severity) => {
    const count = all.filter(({ about }) => about.severity === severity).length;
    return choice('severity', [severity, severity], count);
  });
  return html`<fieldset><legend>Severity</legend>${boxes}</fieldset>`;
}

/** One of several that can be chosen together; what does not occur cannot be chosen. */
function choice(name: string, [value, text]: Option, count: number): readonly Html[] {
  if (count === 0) return [];
  const box = html`<input type="checkbox" name="${name}" value="${value}">`;
  return [html`<label class="chip">${box}<span>${text} <i>${count}</i></span></label>`];
}

/** Where there is one value only, nothing is to be chosen. */
function selects({ all, subjects }: Arranged): Html[] {
  const occurring = new Set(all.flatMap(({ results }) => results.map(({ standing }) => standing)));
  const areas = [...new Set(all.map(({ area }) => area))];
  const named = (values: readonly string[]) => values.map((value): Option => [value, value]);
  return [
    ...select(
      'standing',
      'Baseline',
      standings.filter((one) => occurring.has(one)).map((one) => [one, standingTexts[one]]),
      1,
    ),
    ...select('area', 'Area', named(areas)),
    ...select(
      'level',
      'Level',
      named(levels.filter((level) => all.some(({ about }) => about.level === level))),
    ),
    ...select(
      'subject',
      'Subject',
      subjects.map(({ slug, subject }) => [slug, subject.name]),
    ),
  ];
}

function select(name: string, label: string, options: readonly Option[], least = 2): Html[] {
  if (options.length < least) return [];
  const shown = options.map(([value, text]) => html`<option value="${value}">${text}</option>`);
  return [
    html`<label>${label} <select name="${name}"><option value="">all</option>${shown}</select></label>`,
  ];
}
