import { byReason, undecidedReason } from '../by-reason.js';
import { counted } from '../counted.js';
import type { Arranged } from './arranged.js';
import { filterLink, placeLink } from './marks.js';
import { type Html, html, joined, nothing, shortened } from './markup.js';

/** Reasons that the first screen names, and requirements for each. */
const namedReasons = 6;
/** Characters of a message. */
const shownText = 240;

/** What nobody declares or explains, by reason. */
export function undecidedList({ all }: Arranged): Html {
  const inconclusive = all.flatMap(({ results }) =>
    results.filter(({ result }) => result.verdict === 'inconclusive'),
  );
  const open = inconclusive.filter(({ standing }) => standing !== 'excused' && standing !== 'flaky');
  if (open.length === 0) return nothing;
  const reasons = byReason(open, ({ result }) => undecidedReason(result));
  const items = reasons.slice(0, namedReasons).map(([reason, shown]) => {
    const links = shown.slice(0, namedReasons).map(({ anchor, result }) => placeLink(anchor, result.id));
    const more = shown.length - links.length;
    return html`<li>${shortened(reason, shownText)}<p>${joined(links, ', ')}${more > 0 ? ` and ${more} more` : ''}</p></li>`;
  });
  return html`
    <section class="panel" aria-labelledby="undecided-title">
      <h2 id="undecided-title">Could not be decided</h2>
      <ul class="todo">${items}</ul>
      <p>${filterLink('verdict=inconclusive', counted(inconclusive.length, 'inconclusive result'))}</p>
    </section>`;
}
