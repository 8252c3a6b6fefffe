import type { Arranged, ShownResult } from './arranged.js';
import type { Details, DetailsOf } from './details.js';
import { exchangeDiagram } from './exchange.js';
import { type Html, nothing } from './markup.js';
import { briefObservation, observations } from './observations.js';
import { remarks, reproduction } from './result.js';

/**
 * Bytes of a whole report: a browser opens it at once, and a mail or a CI system takes it along. What does not fit any
 * more is in results.json, and the report says so.
 */
export const maxBytes = 900_000;

/** Bytes of a value where there is no room for more. The first of them that makes the rest fit is taken. */
export const briefValues = [160, 80, 30] as const;

/** No more than what is told in any case. */
export function briefDetails(limit: number): DetailsOf {
  return ({ result }) => ({ observations: briefObservation(result, limit) });
}

type Step = [keyof Details, (shown: ShownResult) => Html];

/** What is added. */
const steps: readonly Step[] = [
  ['observations', ({ result }) => observations(result)],
  ['reproduction', ({ result, subject }) => reproduction(result, subject)],
  ['remarks', ({ result, subject }) => remarks(result, subject)],
  ['exchange', ({ result }) => diagram(result, 'of the deciding')],
  ['exchange', ({ result }) => diagram(result, 'of all')],
];

/** Shares out `room` bytes on top of the brief details, the weightiest results first. */
export function detailsWithin(arranged: Arranged, brief: DetailsOf, room: number): DetailsOf {
  const ordered = byWeight(arranged);
  const details = new Map(ordered.map((shown) => [shown.result, brief(shown)]));
  let left = room;
  for (const { shown, part, render } of inTurn(ordered)) {
    if (left <= 0) break;
    const own = details.get(shown.result) as Details;
    const more = render(shown);
    const cost = more.bytes - (own[part]?.bytes ?? 0);
    if (more.text === '' || cost > left) continue;
    own[part] = more;
    left -= cost;
  }
  return ({ result }) => details.get(result) as Details;
}

/** Results that have everything before any other has more than the least. */
const foremost = 10;

/** After them in rounds: everybody's observations come before anybody's exchange. */
function* inTurn(
  ordered: readonly ShownResult[],
): Generator<{ shown: ShownResult; part: Step[0]; render: Step[1] }> {
  for (const group of [ordered.slice(0, foremost), ordered.slice(foremost)])
    for (const [part, render] of steps) for (const shown of group) yield { shown, part, render };
}

/** Of what passed or was skipped, nobody reads the exchange. */
function diagram(result: ShownResult['result'], contents: 'of all' | 'of the deciding'): Html {
  return result.verdict === 'pass' || result.verdict === 'skipped'
    ? nothing
    : exchangeDiagram(result, contents);
}

/** Of what is no finding: what fails or warns then is declared. */
const verdictRanks = ['inconclusive', 'fail', 'warn', 'skipped', 'pass'];

/** Findings as they are best put right; then what could not be decided, what is declared, and the rest. */
function byWeight({ findings, all }: Arranged): ShownResult[] {
  const order = new Map(findings.map(({ id }, index) => [id, index]));
  const rank = ({ result, standing }: ShownResult) =>
    standing === 'finding' ? (order.get(result.id) ?? 0) : 1e6 * (1 + verdictRanks.indexOf(result.verdict));
  return all.flatMap(({ results }) => results).sort((a, b) => rank(a) - rank(b));
}
