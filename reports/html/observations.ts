import type { RequirementResult } from '../../fixtures/verdict/result.js';
import type { Finding } from '../../fixtures/verdict/verdict.js';
import { alike, variantsOf } from '../observations.js';
import { decidingFindings } from '../reproduction.js';
import { type Html, html, nothing, shortened, shortenedTo } from './markup.js';

/** Characters of a value; a target may have written it. */
const shownValue = 2000;
/** Characters of the name of a variant. */
const shownName = 160;
/** Variants that are named. */
const namedVariants = 40;

/** Everything that was observed: what gave the verdict first. Variants expected and answered alike are told together. */
export function observations(result: RequirementResult): Html {
  const deciding = decidingFindings(result);
  const others = result.findings.filter((finding) => !deciding.includes(finding));
  if (result.findings.length === 0) return reason(result);
  return html`${[...alike(deciding), ...alike(others)].map((group) => observation(group, result))}`;
}

/** The first observation, each value in no more than `limit` bytes. */
export function briefObservation(result: RequirementResult, limit: number): Html {
  const limited = (text: string) => shortenedTo(limit, text);
  const [first] = decidingFindings(result);
  return first === undefined ? reason(result, limited) : sides(first, limited);
}

function observation(group: [Finding, ...Finding[]], { verdict }: RequirementResult): Html {
  const [first] = group;
  const variants = variantsOf(group);
  const other =
    first.verdict === verdict ? nothing : html`<p class="note">Also observed (${first.verdict}):</p>`;
  return html`
    ${other}
    ${variants.length === 0 ? nothing : variantText(variants)}
    ${first.drift === undefined ? sides(first) : driftTable(first)}`;
}

/** In full, as far as a page shows a value. */
const whole = (text: string) => shortened(text, shownValue);

function sides({ expected, received }: Finding, cut = whole): Html {
  return html`
    <dl class="sides">
      <div class="expected"><dt>Expected</dt><dd>${cut(expected)}</dd></div>
      <div class="received"><dt>Received</dt><dd>${cut(received)}</dd></div>
    </dl>`;
}

function variantText(variants: readonly string[]): Html {
  const named = variants.slice(0, namedVariants).map((name) => shortened(name, shownName));
  const more = variants.length > named.length ? ` and ${variants.length - named.length} more` : '';
  const label = variants.length === 1 ? 'Variant' : `${variants.length} variants`;
  return html`<p class="variants"><span class="dim">${label}:</span> ${named.join('; ')}${more}</p>`;
}

/** A field of a connection as the file, the metadata and the server have it. What is wrong is marked. */
function driftTable({ drift, verdict, expected }: Finding): Html {
  if (drift === undefined) return nothing;
  const wrong = verdict === 'fail' ? 'declared' : 'advertised';
  const row = (label: string, text: string | undefined, key = '') => {
    const shown = text === undefined ? html`<i>nothing</i>` : html`${whole(text)}`;
    const mark = key === wrong && text !== undefined ? html` <b class="wrong">✗ wrong</b>` : nothing;
    return html`<tr><th scope="row">${label}</th><td>${shown}${mark}</td></tr>`;
  };
  const place = drift.place === undefined ? nothing : html` <span class="place">${drift.place}</span>`;
  return html`
    <table class="drift">
      <caption><code>${drift.field}</code>${place}</caption>
      <tbody>
        ${row('Expected', expected)}
        ${row('Declared in the file', drift.declared, 'declared')}
        ${row('Advertised in metadata', drift.advertised, 'advertised')}
        ${row('Observed on the wire', drift.observed)}
        ${drift.instead === undefined ? nothing : row('Write instead', drift.instead)}
      </tbody>
    </table>`;
}

function reason({ verdict, message, crashed, controls }: RequirementResult, cut = whole): Html {
  const failed = controls.find(({ passed }) => !passed);
  const blocked =
    verdict === 'inconclusive' && failed !== undefined
      ? `the control ${failed.id} failed ${failed.when} the test: ${failed.message ?? 'no reason given'}`
      : undefined;
  const text = crashed ?? blocked ?? message;
  if (text === undefined) return nothing;
  const label = verdict === 'fail' || verdict === 'warn' ? 'Received' : 'Reason';
  return html`<dl class="sides"><div class="reason"><dt>${label}</dt><dd>${cut(text)}</dd></div></dl>`;
}
