import { inWords } from '../in-words.js';
import { meetingsIn } from '../meetings.js';
import type { Arranged, ShownRequirement, ShownResult, ShownSubject } from './arranged.js';
import { placeLink, symbols, verdictOf } from './marks.js';
import { type Html, html, nothing } from './markup.js';
import { subjectAnchor } from './subjects.js';

/** Clients that met provider personas: a row for each profile, a column for each client. */
export function profileMatrix({ subjects }: Arranged): Html {
  const { met, clients, profiles, at } = meetingsIn(subjects, ({ subject }) => subject.meets);
  if (met.length < 2) return nothing;
  const rows = profiles.map((profile) => {
    const cells = clients.map((client) => {
      const shown = at(client, profile);
      return shown === undefined ? html`<td>·</td>` : meetingCell(shown);
    });
    return html`<tr><th scope="row">${profile}</th>${cells}</tr>`;
  });
  const heads = clients.map((client) => html`<th scope="col">${client}</th>`);
  return html`
    <section id="profiles" aria-labelledby="profiles-title">
      <h2 id="profiles-title">Clients by provider profile</h2>
      <p>How each client copes with each provider that the mock played.</p>
      <div class="scroll tall" tabindex="0" role="group" aria-labelledby="profiles-title">
        <table class="matrix wide"><thead><tr><th scope="col">Profile</th>${heads}</tr></thead><tbody>${rows}</tbody></table>
      </div>
    </section>`;
}

function meetingCell(shown: ShownSubject): Html {
  const { outcome, requirements } = shown.subject;
  const passed = requirements.filter(({ verdict }) => verdict === 'pass').length;
  const verdict = verdictOf(outcome);
  const text = html`<b aria-hidden="true">${symbols[verdict]}</b> ${inWords(shown.subject)}, ${passed} pass`;
  return html`<td class="${verdict}">${placeLink(subjectAnchor(shown), text)}</td>`;
}

/** Every requirement of the run by every subject. */
export function subjectMatrix({ all, subjects }: Arranged): Html {
  if (subjects.length < 2) return nothing;
  const heads = subjects.map(
    (shown) =>
      html`<th scope="col"><span class="turned">${placeLink(subjectAnchor(shown), shown.subject.name)}</span></th>`,
  );
  const areas = [...new Set(all.map(({ area }) => area))];
  const groups = areas.map((area) => {
    const rows = all
      .filter((requirement) => requirement.area === area)
      .map((one) => requirementRow(one, subjects));
    return html`
      <tbody>
        <tr class="area"><th scope="rowgroup" colspan="${subjects.length + 1}"><span>${area}</span></th></tr>
        ${rows}
      </tbody>`;
  });
  return html`
    <section id="matrix" aria-labelledby="matrix-title">
      <h2 id="matrix-title">Subjects by requirement</h2>
      <p class="legend-line">${Object.entries(symbols).map(([verdict, symbol]) => html`<span class="cell ${verdict}">${symbol}</span> ${verdict} `)}
        <span class="cell none">·</span> not asked <span class="declared-cell cell fail">✗</span> as declared</p>
      <div class="scroll tall" tabindex="0" role="group" aria-labelledby="matrix-title">
        <table class="matrix"><thead><tr><th scope="col">Requirement</th>${heads}</tr></thead>${groups}</table>
      </div>
    </section>`;
}

function requirementRow({ id, results }: ShownRequirement, subjects: readonly ShownSubject[]): Html {
  const bySlug = new Map(results.map((shown) => [shown.slug, shown]));
  const cells = subjects.map(({ slug }) => {
    const shown = bySlug.get(slug);
    return shown === undefined ? html`<td>·</td>` : verdictCell(shown);
  });
  return html`<tr><th scope="row">${placeLink(id, id)}</th>${cells}</tr>`;
}

function verdictCell({ result: { verdict }, standing, anchor }: ShownResult): Html {
  const declared = standing === 'declared';
  const label = `${verdict}${declared ? ', as declared' : ''}`;
  return html`<td class="${verdict}${declared ? ' declared-cell' : ''}"><a href="#${anchor}" aria-label="${label}">${symbols[verdict]}</a></td>`;
}
