import type { Verdict } from '../../fixtures/verdict/verdict.js';
import type { SubjectOutcome } from '../../results/run-results.js';
import { clauseLink } from '../../suites/clause-link.js';
import { type Html, html, nothing } from './markup.js';
import { type ShownStanding, standingTexts } from './shown-standing.js';

/** In the order in which a reader wants them: trouble first. */
export const verdicts: readonly Verdict[] = ['fail', 'warn', 'inconclusive', 'skipped', 'pass'];

/** Beside the color, because not everybody sees it. Where the word stands too, the style sheet writes them. */
export const symbols: Record<Verdict, string> = {
  pass: '✓',
  fail: '✗',
  warn: '!',
  inconclusive: '?',
  skipped: '–',
};

export function verdictMark(verdict: Verdict): Html {
  return html`<span class="v ${verdict}">${verdict}</span>`;
}

export function severityMark(severity: string): Html {
  return html`<span class="sev ${severity}">${severity}</span>`;
}

export function standingMark(standing: ShownStanding): Html {
  const text = standingTexts[standing];
  // That it is not declared goes without saying: it stands among the findings.
  return text === '' || standing === 'finding'
    ? nothing
    : html`<span class="standing ${standing}">${text}</span>`;
}

/** A clause, linked where a public document says it. No address of a target ever becomes a link. */
export function clauseText(clause: string): Html {
  const url = clauseLink(clause);
  return url === undefined ? html`${clause}` : html`<a href="${url}">${clause}</a>`;
}

/** A link to a place in this report. */
export function placeLink(anchor: string, text: Html | string): Html {
  return html`<a href="#${anchor}">${text}</a>`;
}

/**
 * A link to the list of requirements, filtered. Without script it leads to the unfiltered list.
 * `filter` is written as in an address: `verdict=fail&severity=high`.
 */
export function filterLink(filter: string, text: Html | string): Html {
  return html`<a href="#requirements" data-filter="${filter}">${text}</a>`;
}

/** What a subject comes to, shown as a verdict is. */
export function verdictOf({ exitCode }: SubjectOutcome): Verdict {
  return exitCode === 0 ? 'pass' : exitCode === 1 ? 'fail' : 'inconclusive';
}
