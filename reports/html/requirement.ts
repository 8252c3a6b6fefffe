import { verdictCounts } from '../verdict-counts.js';
import type { ShownRequirement } from './arranged.js';
import type { DetailsOf } from './details.js';
import { clauseText, placeLink, severityMark, standingMark, verdictMark, verdicts } from './marks.js';
import { type Html, html, joined, nothing, shortened } from './markup.js';
import { resultSection } from './result.js';
import { threatAnchor } from './threats.js';

/** Characters of a text of the catalogue: they are sentences. */
const shownText = 600;

/** One requirement: its text once, and beneath it what became of it on each subject. */
export function requirementCard(
  { id, about, results }: ShownRequirement,
  detailsOf: DetailsOf,
  several: boolean,
): Html {
  const { level, severity, title } = about;
  return html`
    <details class="req" id="${id}" data-level="${level}" data-severity="${severity}">
      <summary>
        <span class="verdicts">${several ? tally(results) : results.map(({ result, standing }) => [verdictMark(result.verdict), standingMark(standing)])}</span>
        <h4>${shortened(title, shownText)}</h4>
        <span class="meta">${severityMark(severity)} <span class="level">${level}</span> <code>${id}</code></span>
      </summary>
      <div class="body">
        <div class="results">${results.map((shown) => resultSection(shown, detailsOf(shown), several))}</div>
        ${aboutOf(about)}
      </div>
    </details>`;
}

/** How often each verdict was given. */
function tally(results: ShownRequirement['results']): Html {
  const counts = verdictCounts(
    results.map(({ result }) => result),
    verdicts,
  );
  return joined(
    counts.map(({ verdict, count }) => html`<span class="v ${verdict}">${count} ${verdict}</span>`),
    ' ',
  );
}

function aboutOf({ attack, fix, tested, clauses, threats, tier }: ShownRequirement['about']): Html {
  const row = (label: string, content: Html | string) => html`<dt>${label}</dt><dd>${content}</dd>`;
  return html`
    <dl class="about">
      ${row('The attack it enables', shortened(attack, shownText))}
      ${row('How to fix it', shortened(fix, shownText))}
      ${row('How it is tested', shortened(tested, shownText))}
      ${row('Clauses', joined(clauses.map(clauseText), ', '))}
      ${
        threats.length === 0
          ? nothing
          : row(
              'Threats',
              joined(
                threats.map((threat) => placeLink(threatAnchor(threat), threat)),
                ', ',
              ),
            )
      }
      ${tier === 'core' ? nothing : row('Tier', tier)}
    </dl>`;
}
