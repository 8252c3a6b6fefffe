import type { RunResults } from '../../results/run-results.js';
import { type Arranged, arranged } from './arranged.js';
import { readAssets } from './assets.js';
import type { DetailsOf } from './details.js';
import { briefDetails, briefValues, detailsWithin, maxBytes } from './evidence-room.js';
import { type Html, html, nothing } from './markup.js';
import { profileMatrix, subjectMatrix } from './matrix.js';
import { requirementList } from './requirement-list.js';
import { summary } from './summary.js';
import { threatView } from './threats.js';

/** A run as one HTML page that needs nothing beside it. The same results give the same page. */
export function page(run: RunResults): string {
  const shown = arranged(run);
  const around = {
    head: readAssets(),
    summary: summary(shown),
    profiles: profileMatrix(shown),
    threats: threatView(shown),
    matrix: subjectMatrix(shown),
  };
  const least = leastDetails((details) => document(shown, details, around).bytes);
  const details = detailsWithin(shown, least.details, maxBytes - least.bytes);
  return `${document(shown, details, around).text}\n`;
}

/** The longest of the brief forms that leaves the page small enough, and what the page takes then. */
function leastDetails(bytesWith: (details: DetailsOf) => number): { details: DetailsOf; bytes: number } {
  const forms = briefValues.map((limit) => briefDetails(limit));
  for (const details of forms) {
    const bytes = bytesWith(details);
    if (bytes <= maxBytes || details === forms.at(-1)) return { details, bytes };
  }
  throw new Error('there is no brief form');
}

/** Parts that do not depend on how much room there is. */
interface Around {
  head: Html;
  summary: Html;
  profiles: Html;
  threats: Html;
  matrix: Html;
}

function document(shown: Arranged, details: DetailsOf, around: Around): Html {
  const { run } = shown;
  const names = run.subjects.map(({ name }) => name).join(', ');
  return html`
    <!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8">
        ${around.head}
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <meta name="color-scheme" content="light dark">
        <title>Proofkey report: ${names.slice(0, 120)}</title>
      </head>
      <body>
        <a class="skip" href="#requirements">Skip to the requirements</a>
        ${banner(shown)}
        <main>
          ${around.summary}
          ${around.profiles}
          ${requirementList(shown, details)}
          ${around.threats}
          ${around.matrix}
        </main>
        <footer><p>Written by ${run.tool.name} ${run.tool.version}. Codes, tokens and credentials appear as &lt;name:fingerprint&gt;; what is not
          shown here is in results.json.</p></footer>
        ${keysDialog()}
      </body>
    </html>`;
}

function banner({ run, findings }: Arranged): Html {
  const several = run.subjects.length > 1;
  return html`
    <header class="banner">
      <p class="product">Proofkey</p>
      <nav aria-label="Parts of the report">
        <a href="#summary">Summary</a>
        ${findings.length > 0 ? html`<a href="#findings">Findings</a>` : nothing}
        <a href="#requirements">Requirements</a>
        <a href="#threats">Threats</a>
        ${several ? html`<a href="#matrix">Matrix</a>` : nothing}
      </nav>
      <p class="tools" hidden>
        <button type="button" id="theme">Theme: auto</button>
        <button type="button" id="keys-button" aria-haspopup="dialog">Keys</button>
      </p>
    </header>`;
}

function keysDialog(): Html {
  const keys: [string, string][] = [
    ['/', 'search'],
    ['j or ↓', 'next requirement'],
    ['k or ↑', 'previous requirement'],
    ['Enter', 'open or close it'],
    ['Escape', 'clear the filters'],
    ['?', 'this list'],
  ];
  return html`
    <dialog id="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">Keys</h2>
      <dl>${keys.map(([key, text]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${text}</dd></div>`)}</dl>
      <p><label><input type="checkbox" id="single-keys" checked> Single keys are shortcuts</label></p>
      <form method="dialog"><button>Close</button></form>
    </dialog>`;
}
