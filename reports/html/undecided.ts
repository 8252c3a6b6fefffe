import type { RequirementResult } from '../../fixtures/verdict/result.js';
import { counted } from '../counted.js';
import type { Arranged } from './arranged.js';
import { filterLink, placeLink } from './marks.js';
import { type Html, html, joined, nothing, shortened } from './markup.js';

/** Reasons that the first screen names, and requirements for each. */
const namedReasons = 6;
/** Characters of a message. */
const shownText = 240;

/** By reason, the most frequent first: one cause often leaves many requirements open. */
export function undecidedList({ all }: Arranged): Html {
  const open = all.flatMap(({ results }) =>
    results.filter(
      ({ result, standing }) =>
        result.verdict === 'inconclusive' && standing !== 'excused' && standing !== 'flaky',
    ),
  );
  if (open.length === 0) return nothing;
  const reasons = new Map<string, typeof open>();
  for (const shown of open) {
    const reason = reasonOf(shown.result);
    reasons.set(reason, [...(reasons.get(reason) ?? []), shown]);
  }
  const ordered = [...reasons].sort(([, a], [, b]) => b.length - a.length);
  const items = ordered.slice(0, namedReasons).map(([reason, shown]) => {
    const links = shown.slice(0, namedReasons).map(({ anchor, result }) => placeLink(anchor, result.id));
    const more = shown.length - links.length;
    return html`<li>${shortened(reason, shownText)}<p>${joined(links, ', ')}${more > 0 ? ` and ${more} more` : ''}</p></li>`;
  });
  return html`
    <section class="panel" aria-labelledby="undecided-title">
      <h2 id="undecided-title">Could not be decided</h2>
      <ul class="todo">${items}</ul>
      <p>${filterLink('verdict=inconclusive', counted(open.length, 'undecided result'))}</p>
    </section>`;
}

function reasonOf({ controls, message, crashed }: RequirementResult): string {
  const failed = controls.find(({ passed }) => !passed);
  if (crashed !== undefined) return `without a verdict: ${crashed}`;
  if (failed !== undefined) return `the control ${failed.id} failed ${failed.when} the test`;
  return message ?? 'no reason given';
}
