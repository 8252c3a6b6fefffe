import { limitText, requestsText } from '../../fixtures/wire/budget-reasons.js';
import { failedControls } from '../../results/failed-controls.js';
import type { SubjectResults } from '../../results/run-results.js';
import { counted } from '../counted.js';
import { inWords } from '../in-words.js';
import { outOfDate } from '../standing.js';
import { verdictCounts } from '../verdict-counts.js';
import type { ShownSubject } from './arranged.js';
import { placeLink, verdictOf, verdicts } from './marks.js';
import { type Html, html, nothing, shortened } from './markup.js';
import { declarationText } from './result.js';

/** Characters of a message. */
const shownText = 600;

export function subjectAnchor({ slug }: ShownSubject): string {
  return `subject-${slug}`;
}

/** What was judged, and what it comes to; trouble first. */
export function subjectList(subjects: readonly ShownSubject[]): Html {
  const rank = ({ subject }: ShownSubject) => [1, 3, 0].indexOf(subject.outcome.exitCode);
  const ordered = [...subjects].sort((a, b) => rank(a) - rank(b));
  return html`
    <section class="panel" aria-labelledby="subjects-title">
      <h2 id="subjects-title">${subjects.length === 1 ? 'Subject' : `${subjects.length} subjects`}</h2>
      <ul class="subjects${subjects.length > 3 ? ' many' : ''}">${ordered.map(subjectItem)}</ul>
    </section>`;
}

function subjectItem(shown: ShownSubject): Html {
  const { subject } = shown;
  const { name, file, against, outcome } = subject;
  const verdict = verdictOf(outcome);
  return html`
    <li class="subject ${verdict}" id="${subjectAnchor(shown)}">
      <p class="headline"><span class="v ${verdict}"></span><b>${name}</b> <span>${inWords(subject)}</span></p>
      <p class="dim">${shortened(file ?? 'built in', shownText)} · graded by ${against.join(', ')} · ${countsOf(subject)}</p>
      ${diagnosisOf(subject)}
      ${budgetOf(subject)}
    </li>`;
}

function countsOf({ requirements }: SubjectResults): string {
  return verdictCounts(requirements, verdicts)
    .map(({ verdict, count }) => `${count} ${verdict}`)
    .join(', ');
}

function diagnosisOf({ diagnosis, outcome }: SubjectResults): Html {
  if (diagnosis.length === 0) return nothing;
  const lines = diagnosis.map((line) => html`<li>${shortened(line, shownText)}</li>`);
  return html`
    <details class="more"${outcome.exitCode === 0 ? nothing : html` open`}>
      <summary>Seen before the run</summary><ul>${lines}</ul>
    </details>`;
}

function budgetOf({ budget }: SubjectResults): Html {
  if (budget === undefined) return nothing;
  const { limit, requests, refused, waitedMs, skipped } = budget;
  const parts = [
    `${requests} ${requestsText(limit, requests)} made, of ${limitText(limit)}`,
    ...(waitedMs === 0 ? [] : [`${(waitedMs / 1000).toFixed(1)} s waited for them`]),
    ...(refused === 0
      ? []
      : [`${refused} answered with 429: the declared limit is too high, or others use it up`]),
    ...(skipped === 0 ? [] : [`${counted(skipped, 'requirement')} skipped for want of requests`]),
  ];
  return html`<p class="dim">Rate limit: ${parts.join(' · ')}</p>`;
}

/** What explains most of what follows: a subject does not serve its correct client. */
export function controlList(subjects: readonly ShownSubject[]): Html {
  const items = subjects.flatMap(({ subject }) =>
    failedControls(subject.requirements).map(({ id, message, blocked, lost }) => {
      const isRow = subject.requirements.some((result) => result.id === id);
      const rests =
        blocked === 0 ? '' : ` · ${counted(blocked, 'requirement rests', 'requirements rest')} on it`;
      const declared = subject.fails.some((entry) => entry.id === id) ? ' · declared to fail' : '';
      const before = lost ? ' · it had passed before: the subject stopped serving its correct client' : '';
      return html`
        <li><span class="v fail"></span>${isRow ? placeLink(id, id) : html`<b>${id}</b>`}
          <span class="dim"> ${subject.name}${rests}${declared}${before}</span><p>${shortened(message, shownText)}</p></li>`;
    }),
  );
  if (items.length === 0) return nothing;
  return html`
    <section class="panel" aria-labelledby="controls-title">
      <h2 id="controls-title">Controls that failed</h2>
      <p class="dim">An honest request did not succeed, so what rests on it could not be decided. Begin here.</p>
      <ul class="todo">${items}</ul>
    </section>`;
}

/** Entries of the subject files that say what is no longer so, or no longer excuse. */
export function staleList(subjects: readonly ShownSubject[]): Html {
  const items = subjects.flatMap(({ subject }) =>
    outOfDate(subject).map(({ id, message, entry }) => {
      // An entry may be over although its requirement is no part of the run.
      const isRow = subject.requirements.some((result) => result.id === id);
      return html`
        <li>${isRow ? placeLink(id, id) : id} <span class="dim"> ${subject.name}</span>
          <p>${message}. ${entry === undefined ? nothing : declarationText(entry)}</p></li>`;
    }),
  );
  if (items.length === 0) return nothing;
  return html`
    <section class="panel" aria-labelledby="stale-title">
      <h2 id="stale-title">Declarations out of date</h2><ul class="todo">${items}</ul>
    </section>`;
}
