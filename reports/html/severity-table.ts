import { severities } from '../../suites/requirement.js';
import type { Arranged } from './arranged.js';
import { filterLink, severityMark, verdicts } from './marks.js';
import { type Html, html } from './markup.js';

/** Verdicts by severity; each number leads to its requirements. */
export function severityTable({ all }: Arranged): Html {
  const results = all.flatMap((requirement) => requirement.results.map(({ result }) => result));
  const given = verdicts.filter((verdict) => results.some((result) => result.verdict === verdict));
  const number = (severity: string | undefined, verdict: string) => {
    const count = results.filter(
      (result) => result.verdict === verdict && (severity ?? result.severity) === result.severity,
    ).length;
    if (count === 0) return html`<td class="dim">0</td>`;
    const filter = `verdict=${verdict}${severity === undefined ? '' : `&severity=${severity}`}`;
    return html`<td class="${verdict}">${filterLink(filter, String(count))}</td>`;
  };
  const rows = severities
    .filter((severity) => results.some((result) => result.severity === severity))
    .map(
      (severity) =>
        html`<tr><th scope="row">${severityMark(severity)}</th>${given.map((verdict) => number(severity, verdict))}</tr>`,
    );
  const heads = given.map(
    (verdict) => html`<th scope="col"><span class="v ${verdict}">${verdict}</span></th>`,
  );
  return html`
    <section class="panel" aria-labelledby="counts-title">
      <h2 id="counts-title">Results by severity</h2>
      <div class="scroll" tabindex="0" role="group" aria-labelledby="counts-title">
        <table class="counts">
          <thead><tr><th scope="col">Severity</th>${heads}</tr></thead>
          <tbody>${rows}<tr class="total"><th scope="row">all</th>${given.map((verdict) => number(undefined, verdict))}</tr></tbody>
        </table>
      </div>
    </section>`;
}
