import { counted } from '../counted.js';
import type { Arranged, ShownRequirement } from './arranged.js';
import type { DetailsOf } from './details.js';
import { filterForm } from './filters.js';
import { placeLink } from './marks.js';
import { type Html, html, joined, nothing } from './markup.js';
import { requirementCard } from './requirement.js';

/** Every requirement once: those with a finding first, in the order in which to put them right, the others by area. */
export function requirementList(arranged: Arranged, detailsOf: DetailsOf): Html {
  const { findings, areas, subjects } = arranged;
  const several = subjects.length > 1;
  const cards = (requirements: readonly ShownRequirement[]) =>
    requirements.map((requirement) => cardOf(requirement));
  const cardOf = (requirement: ShownRequirement) => requirementCard(requirement, detailsOf, several);
  const first =
    findings.length === 0
      ? nothing
      : html`
        <section class="group" id="findings">
          <h3>Findings <span class="dim">${counted(findings.length, 'requirement')}, what to fix first on top</span></h3>
          ${cards(findings)}
        </section>`;
  const others = [...areas].map(
    ([area, requirements]) => html`
      <section class="group">
        <h3>${area} <span class="dim">${requirements.length === 0 ? '' : counted(requirements.length, 'requirement')}</span></h3>
        ${cards(requirements)}
        ${aboveOf(findings.filter((finding) => finding.area === area))}
      </section>`,
  );
  return html`
    <section id="requirements" aria-labelledby="requirements-title" tabindex="-1">
      <h2 id="requirements-title">Requirements</h2>
      ${filterForm(arranged)}
      <p id="nothing-shown" hidden>No requirement matches these filters. <button type="button" data-clear>Clear filters</button></p>
      ${first}
      ${others}
    </section>`;
}

/** Nobody should miss them where their area is read. */
function aboveOf(findings: readonly ShownRequirement[]): Html {
  if (findings.length === 0) return nothing;
  const links = findings.map(({ id }) => placeLink(id, id));
  return html`<p class="note above">Above, among the findings: ${joined(links, ', ')}</p>`;
}
