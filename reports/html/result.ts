import type { RequirementResult } from '../../fixtures/verdict/result.js';
import type { DeclaredInFile, SubjectResults } from '../../results/run-results.js';
import { counted } from '../counted.js';
import { sectionOf } from '../file-place.js';
import { reproductionOf } from '../reproduction.js';
import { declarationOf, outOfDate } from '../standing.js';
import type { ShownResult } from './arranged.js';
import type { Details } from './details.js';
import { standingMark, verdictMark } from './marks.js';
import { type Html, html, joined, nothing, shortened } from './markup.js';

/** Characters of what a client wrote that are shown, from the end. */
const shownOutput = 1500;
/** Characters of a note or a command. */
const shownText = 4000;
const shownNotes = 20;

/** What became of a requirement on one subject. */
export function resultSection(shown: ShownResult, details: Details, several: boolean): Html {
  const { result, subject, standing, anchor } = shown;
  const { verdict, durationMs, evidence } = result;
  const head = several
    ? html`<h5>${verdictMark(verdict)} ${subject.name} ${standingMark(standing)} <i>${durationMs} ms</i></h5>`
    : nothing;
  // With one subject the requirement has the anchor.
  const id = several ? html` id="${anchor}"` : nothing;
  const missing = evidence.length > 0 && verdict !== 'pass' && details.exchange === undefined;
  return html`
    <section class="res"${id} data-verdict="${verdict}"${standing === 'plain' ? nothing : html` data-standing="${standing}"`}>
      ${head}
      ${declaration(shown)}
      ${details.observations}
      ${details.reproduction ?? nothing}
      ${details.exchange ?? nothing}
      ${details.remarks ?? nothing}
      ${missing ? html`<p class="note">The exchange is in results.json.</p>` : nothing}
    </section>`;
}

/** What the subject file says of it, and what to do where that is out of date. */
function declaration({ result, subject, standing }: ShownResult): Html {
  const entry = declarationOf(result.id, subject);
  if (entry === undefined) return nothing;
  const text = declarationText(entry);
  const wrong = outOfDate(subject).find(({ id }) => id === result.id);
  if (wrong !== undefined) return html`<p class="declaration outdated">${wrong.message}. ${text}</p>`;
  const what =
    standing === 'flaky' ? 'Declared flaky: any verdict is as declared.' : 'Declared in the subject file.';
  return html`<p class="declaration">${what} ${text}</p>`;
}

export function declarationText({ reason, owner, until, place }: DeclaredInFile): Html {
  const parts = [
    ...(reason === undefined ? [] : [html`Reason: ${shortened(reason, shownText)}`]),
    ...(owner === undefined ? [] : [html`Owner: ${shortened(owner, shownText)}`]),
    ...(until === undefined ? [] : [html`Until: ${shortened(until, shownText)}`]),
    ...(place === undefined ? [] : [html`<span class="place">${shortened(place, shownText)}</span>`]),
  ];
  return joined(parts, ' · ');
}

/** Commands that show it again, each whole: cut short, a command would do something else. */
export function reproduction(result: RequirementResult, subject: SubjectResults): Html {
  const steps =
    result.verdict === 'pass' || result.verdict === 'skipped' ? [] : reproductionOf(result, subject);
  if (steps.length === 0 || steps.some(({ length }) => length > shownText)) return nothing;
  const commands = steps.map((step, index) => {
    const between = index === 0 ? nothing : html`<p class="note">then, after the pages that follow</p>`;
    return html`${between}<pre class="command" tabindex="0">${step}</pre>`;
  });
  return html`<h5>See it again</h5>${commands}`;
}

/** What else is known: notes, controls, where it is declared, what the client wrote. */
export function remarks(result: RequirementResult, subject: SubjectResults): Html {
  const { notes, controls, clientOutput = '', lateUses = [] } = result;
  const failed = controls.filter(({ passed }) => !passed);
  const written = clientOutput.trim();
  const lines = [
    ...notes.slice(0, shownNotes).map((note) => html`<li>${shortened(note, shownText)}</li>`),
    ...lateUses
      .slice(0, shownNotes)
      .map(({ expected, received }) => html`<li>Expected ${expected}; received ${received}</li>`),
    ...(controls.length === 0 ? [] : [html`<li>${controlText(controls.length, failed)}</li>`]),
    ...placeOf(result, subject).map(
      (place) => html`<li>Subject file: <span class="place">${place}</span></li>`,
    ),
  ];
  const output =
    written === ''
      ? nothing
      : html`<h5>The client wrote</h5><pre tabindex="0">${written.slice(-shownOutput)}</pre>`;
  return html`${lines.length === 0 ? nothing : html`<ul class="notes">${lines}</ul>`}${output}`;
}

function controlText(count: number, failed: RequirementResult['controls']): string {
  if (failed.length === 0) return `The positive control passed, before and after: ${counted(count, 'run')}.`;
  return failed
    .map(
      ({ id, when, message }) =>
        `The control ${id} failed ${when} the test: ${message ?? 'no reason given'}.`,
    )
    .join(' ');
}

/** The nearest place in the subject file: its own field, else the section that is judged. */
function placeOf({ id, findings }: RequirementResult, { places = {} }: SubjectResults): string[] {
  const own = findings.flatMap(({ drift }) => drift?.place ?? []);
  return own.length > 0 ? [...new Set(own)] : [places[sectionOf(id)] ?? []].flat();
}
