import { notCovered, threats } from '../../suites/threats.js';
import { counted } from '../counted.js';
import type { Arranged, ShownRequirement, ShownResult, ShownSubject } from './arranged.js';
import { clauseText, placeLink, verdictMark, verdicts } from './marks.js';
import { type Html, html, nothing } from './markup.js';
import { type ThreatState, threatState, threatStates, threatStateTexts } from './threat-state.js';

interface ShownThreat {
  id: string;
  title: string;
  covering: ShownRequirement[];
  bySubject: { subject: ShownSubject; state: ThreatState }[];
}

export function threatAnchor(id: string): string {
  return `threat-${id.replace(/[^a-zA-Z0-9.]+/g, '-')}`;
}

/** The threats of RFC 9700 and RFC 6819: what stands open, and what this run cannot tell. */
export function threatView(arranged: Arranged): Html {
  const all = threatsOf(arranged);
  const documents = new Map<string, ShownThreat[]>();
  for (const threat of all) {
    const document = threat.id.replace(/ §.*$/, '');
    documents.set(document, [...(documents.get(document) ?? []), threat]);
  }
  const several = arranged.subjects.length > 1;
  const groups = [...documents].map(
    ([document, own]) => html`
      <h3>${document} <span class="dim">${counted(own.length, 'threat')}</span></h3>
      <ul class="threats">${own.map((threat) => threatItem(threat, several))}</ul>`,
  );
  return html`
    <section id="threats" aria-labelledby="threats-title">
      <h2 id="threats-title">Threats</h2>
      <p>What this run says about the threats that the security documents of OAuth describe. A requirement that was skipped or
        could not be decided says nothing, so its threat is <b>unknown</b>, never safe.</p>
      <dl class="legend">${threatStates.map((state) => html`<div><dt>${stateMark(state)}</dt><dd>${threatStateTexts[state]}</dd></div>`)}</dl>
      ${overview(all, arranged.subjects)}
      ${groups}
    </section>`;
}

function threatsOf({ all, subjects }: Arranged): ShownThreat[] {
  const titles: Record<string, string> = threats;
  const found = all.flatMap(({ about }) => about.threats).filter((id) => titles[id] === undefined);
  return [...new Set([...Object.keys(titles), ...found])].map((id) => {
    const covering = all.filter(({ about }) => about.threats.includes(id));
    const bySubject = subjects.map((subject) => ({ subject, state: stateOn(subject, covering) }));
    return { id, title: titles[id] ?? '', covering, bySubject };
  });
}

function stateOn({ slug }: ShownSubject, covering: readonly ShownRequirement[]): ThreatState {
  const results = covering.flatMap((requirement) => requirement.results);
  return threatState(results.filter((shown) => shown.slug === slug).map(({ result }) => result));
}

/** How many threats are in each state, by subject. */
function overview(all: readonly ShownThreat[], subjects: readonly ShownSubject[]): Html {
  const rows = subjects.map(({ subject, slug }) => {
    const count = (wanted: ThreatState) =>
      all.filter(({ bySubject }) =>
        bySubject.some((one) => one.subject.slug === slug && one.state === wanted),
      ).length;
    return html`<tr><th scope="row">${subject.name}</th>${threatStates.map((state) => html`<td>${count(state)}</td>`)}</tr>`;
  });
  const heads = threatStates.map((state) => html`<th scope="col">${stateMark(state)}</th>`);
  return html`
    <div class="scroll" tabindex="0" role="group" aria-label="Threats by state">
      <table class="counts"><thead><tr><th scope="col">Subject</th>${heads}</tr></thead><tbody>${rows}</tbody></table>
    </div>`;
}

function threatItem({ id, title, covering, bySubject }: ShownThreat, several: boolean): Html {
  const states = threatStates.filter((state) => bySubject.some((one) => one.state === state));
  const marks = states.map((state) => {
    const own = bySubject.filter((one) => one.state === state).length;
    return html`${stateMark(state, several ? own : undefined)} `;
  });
  const requirements =
    covering.length === 0
      ? html`<p class="note">${whyUntested(id)}</p>`
      : html`<ul class="covering">${covering.map((requirement) => coveringItem(requirement, several))}</ul>`;
  return html`
    <li><details class="threat" id="${threatAnchor(id)}">
      <summary><span class="states">${marks}</span><span class="title">${title}</span><span class="dim">${id} · ${covering.length === 0 ? 'not tested by this run' : counted(covering.length, 'requirement')}</span></summary>
      <div class="body">
        ${several ? bySubjectText(bySubject, states) : nothing}
        ${requirements}
        <p class="note">Described in ${clauseText(id)}.</p>
      </div>
    </details></li>`;
}

function whyUntested(id: string): string {
  const reasons: Record<string, string> = notCovered;
  const reason = reasons[id];
  return reason === undefined
    ? 'Not tested by this run: none of its requirements covers it.'
    : `No requirement covers it: ${reason}`;
}

function bySubjectText(bySubject: ShownThreat['bySubject'], states: readonly ThreatState[]): Html {
  const lines = states.map((state) => {
    const names = bySubject.filter((one) => one.state === state).map(({ subject }) => subject.subject.name);
    return html`<li>${stateMark(state)} ${names.join(', ')}</li>`;
  });
  return html`<ul class="by-subject">${lines}</ul>`;
}

/** A requirement with its verdict; of several subjects, who got which. */
function coveringItem({ id, results }: ShownRequirement, several: boolean): Html {
  const given = verdicts.flatMap((verdict) => {
    const own = results.filter(({ result }) => result.verdict === verdict);
    if (own.length === 0) return [];
    return [
      html`${verdictMark(verdict)} ${several && own.length < results.length ? html`${whoGot(own)} ` : nothing}`,
    ];
  });
  return html`<li>${placeLink(id, id)} ${given}</li>`;
}

/** Names are told where there are few of them. */
function whoGot(results: readonly ShownResult[]): string {
  if (results.length > 3) return `on ${counted(results.length, 'subject')}`;
  return `on ${results.map(({ subject }) => subject.name).join(', ')}`;
}

function stateMark(state: ThreatState, count?: number): Html {
  const number = count === undefined ? '' : `${count} `;
  return html`<span class="v t-${state}">${number}${state}</span>`;
}
