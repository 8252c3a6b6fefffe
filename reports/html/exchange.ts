import type { RequirementResult } from '../../fixtures/verdict/result.js';
import type { RecordedExchange } from '../../fixtures/wire/exchange-log.js';
import type { Party } from '../../fixtures/wire/party.js';
import { counted } from '../counted.js';
import { decidingFindings } from '../reproduction.js';
import { answerInShort, requestInShort } from './exchange-in-short.js';
import { type Html, html, nothing, shortened } from './markup.js';

/** From left to right, as the figures of RFC 6749 have them. */
const lanes: readonly Party[] = ['user agent', 'client', 'authorization server', 'resource server'];

/** Characters of a body, a header or an address. */
const shownText = 2000;
/** Messages before the deciding ones that are shown at once. */
const shownBefore = 3;

/** Of which messages headers and bodies are given. */
export type Contents = 'of all' | 'of the deciding';

interface Step {
  exchange: RecordedExchange;
  /** Names of the variants that its answer decided, of a row without variants the empty one. */
  decided: string[];
  /** The first of those that decided: its headers and bodies are open. */
  first: boolean;
  begun: boolean;
}

/** What was sent and answered, as a sequence diagram: a lane for each party, the deciding message marked. */
export function exchangeDiagram(result: RequirementResult, contents: Contents): Html {
  const steps = stepsOf(result);
  if (steps.length === 0) return nothing;
  const parties = lanes.filter((lane) =>
    steps.some(({ exchange: { from, to } }) => from === lane || to === lane),
  );
  const parts = stretches(steps).map(({ part, shown }) => {
    const items = part.map((step) => message(step, parties, contents));
    const sequence = html`<ol class="seq n${parties.length}">${items}</ol>`;
    if (shown) return sequence;
    return html`<details class="fold"><summary>${counted(part.length, 'more message')}</summary>${sequence}</details>`;
  });
  return html`
    <h5>The exchange</h5>
    <div class="exchange">
      <div class="lanes n${parties.length}" aria-hidden="true">${parties.map((party) => html`<span>${party}</span>`)}</div>
      ${parts}
    </div>
    ${contents === 'of all' ? nothing : html`<p class="note">Headers and bodies of the other messages are in results.json.</p>`}`;
}

/** What led to a decision is shown; long stretches of what did not, the controls among it, open when asked for. */
function stretches(steps: readonly Step[]): { part: Step[]; shown: boolean }[] {
  const marked = steps.flatMap(({ begun, decided }, index) => (begun || decided.length > 0 ? [index] : []));
  const isNear = (index: number) => marked.some((one) => one >= index && one - index <= shownBefore);
  const parts: { part: Step[]; shown: boolean }[] = [];
  for (const [index, step] of steps.entries()) {
    const shown = marked.length === 0 || isNear(index);
    const last = parts.at(-1);
    if (last?.shown === shown) last.part.push(step);
    else parts.push({ part: [step], shown });
  }
  return parts;
}

function stepsOf(result: RequirementResult): Step[] {
  const deciding = decidingFindings(result);
  const first = deciding.find((finding) => finding.exchange !== undefined)?.exchange;
  return result.evidence.map((exchange, index) => ({
    exchange,
    first: index === first,
    decided: deciding.filter((finding) => finding.exchange === index).map(({ variant }) => variant ?? ''),
    begun: deciding.some((finding) => finding.begun === index),
  }));
}

/** Request and answer as two arrows; what they held opens below. */
function message(step: Step, parties: readonly Party[], contents: Contents): Html {
  const { exchange, decided, first, begun } = step;
  const [from, to] = [parties.indexOf(exchange.from) + 1, parties.indexOf(exchange.to) + 1];
  const key = decided.length > 0;
  const classes = `x s${Math.min(from, to)} w${Math.abs(to - from) + 1}${from > to ? ' left' : ''}`;
  const arrows = html`
    ${key ? mark(decided) : begun ? html`<span class="begun">began here</span>` : nothing}
    <span class="q"><span class="vh">${exchange.from} to ${exchange.to}: </span>${requestInShort(exchange)}</span>
    <span class="r"><span class="vh">answer: </span>${answerInShort(exchange)}</span>`;
  if (contents === 'of the deciding' && !key && !begun)
    return html`<li class="bare"><div class="${classes}">${arrows}</div></li>`;
  return html`
    <li class="${key ? 'key' : ''}">
      <details${first ? html` open` : nothing}><summary class="${classes}">${arrows}</summary>${contentsOf(exchange)}</details>
    </li>`;
}

function mark(decided: readonly string[]): Html {
  const [first = ''] = decided;
  const what = decided.length === 1 ? first : counted(decided.length, 'variant');
  return html`<span class="mark">◆ deciding message${what === '' ? '' : `: ${shortened(what, 80)}`}</span>`;
}

function contentsOf(exchange: RecordedExchange): Html {
  const { method, url, requestHeaders, requestBody, durationMs } = exchange;
  const request = [`${method} ${shortened(url, shownText)}`, ...lines(Object.entries(requestHeaders))];
  return html`
    <div class="http">
      <p class="label">Request</p>
      <pre tabindex="0">${[...request, ...bodyLines(requestBody)].join('\n')}</pre>
      <p class="label">Answer, after ${durationMs} ms</p>
      <pre tabindex="0">${answerLines(exchange).join('\n')}</pre>
    </div>`;
}

function answerLines({ status, error, outcome, responseHeaders, responseBody }: RecordedExchange): string[] {
  if (error !== undefined) return [`no answer: ${shortened(error, shownText)}`];
  if (outcome !== undefined) return [`the client's driver said: ${shortened(outcome, shownText)}`];
  return [`HTTP ${status}`, ...lines(responseHeaders), ...bodyLines(responseBody)];
}

/** A hostile server sends thousands of headers; the record keeps them, a page does not show them. */
const shownHeaders = 60;

function lines(headers: readonly [string, string][]): string[] {
  const more = headers.length - shownHeaders;
  return [
    ...headers.slice(0, shownHeaders).map(([name, value]) => shortened(`${name}: ${value}`, shownText)),
    ...(more > 0 ? [`… and ${more} more headers`] : []),
  ];
}

function bodyLines(body: string): string[] {
  return body === '' ? [] : ['', shortened(body, shownText)];
}
