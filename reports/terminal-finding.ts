import type { RequirementResult } from '../fixtures/verdict/result.js';
import type { Finding } from '../fixtures/verdict/verdict.js';
import { curl } from '../fixtures/wire/curl.js';
import type { SubjectResults } from '../results/run-results.js';
import type { Canvas, Paint } from './terminal-canvas.js';
import { drawDrift } from './terminal-drift.js';

const field = { indent: 6, column: 14 };

/** Where a finding can be seen again. */
type Place = Pick<SubjectResults, 'file' | 'meets'>;

/** One violated requirement in full: what was required, expected and seen, and how to see it again. */
export function drawFinding(canvas: Canvas, result: RequirementResult, place: Place): void {
  const { paint } = canvas;
  canvas.blank();
  canvas.raw(`${severityPaint(canvas, result.severity)(result.severity)}  ${paint.bold(result.id)}`, 4);
  canvas.field('REQUIREMENT', result.title, field);
  const worst = result.findings.filter(({ verdict }) => verdict === result.verdict);
  drawObservations(canvas, worst, result.message);
  canvas.field('CLAUSE', `${result.level} · ${result.clauses.join(', ')}`, field);
  canvas.field('ATTACK', result.attack, field);
  canvas.field('FIX', result.fix, field);
  for (const note of result.notes) canvas.field('NOTE', note, field);
  if (result.id.startsWith('client/')) drawClientReproduction(canvas, result, worst, place);
  else drawReproduction(canvas, result, worst);
}

/** Variants that were expected and answered alike are told together. */
function drawObservations(canvas: Canvas, findings: readonly Finding[], message: string | undefined): void {
  const alike = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.expected}\n${finding.received}`;
    alike.set(key, [...(alike.get(key) ?? []), finding]);
  }
  for (const group of alike.values()) {
    const [first] = group as [Finding];
    if (first.drift !== undefined) drawDrift(canvas, first, field);
    else {
      canvas.field('EXPECTED', first.expected, field);
      canvas.field('ACTUAL', first.received, { ...field, paint: canvas.paint.red });
    }
    const variants = group.flatMap(({ variant }) => variant ?? []);
    if (variants.length > 0)
      canvas.field(variants.length > 1 ? 'VARIANTS' : 'VARIANT', variants.join('; '), field);
  }
  if (alike.size === 0 && message !== undefined) canvas.field('ACTUAL', message, field);
}

/**
 * Each command on a line of its own and unbroken, so that it can be copied. Where a walk through pages led to the
 * finding, the request that began it comes first: it is the one that holds the defect.
 */
function drawReproduction(
  canvas: Canvas,
  { evidence }: RequirementResult,
  findings: readonly Finding[],
): void {
  const pointed = findings.find(({ exchange }) => exchange !== undefined);
  const at = (index: number | undefined) => (index === undefined ? undefined : evidence[index]);
  const [begun, deciding] = [at(pointed?.begun), at(pointed?.exchange)];
  if (deciding === undefined) return;
  canvas.raw(canvas.paint.dim('REPRODUCE'), field.indent);
  if (begun !== undefined) {
    canvas.raw(canvas.paint.cyan(curl(begun)), field.indent);
    canvas.raw(canvas.paint.dim('then, after the pages that follow'), field.indent);
  }
  canvas.raw(canvas.paint.cyan(curl(deciding)), field.indent);
}

/** Characters of what a client wrote itself that are shown, from the end. */
const shownOutput = 400;

/** A client's request cannot be sent again by hand: what is repeated is the test. */
function drawClientReproduction(
  canvas: Canvas,
  { id, evidence, clientOutput = '' }: RequirementResult,
  findings: readonly Finding[],
  { file, meets }: Place,
): void {
  const pointed = findings.find(({ exchange }) => exchange !== undefined)?.exchange;
  const last = pointed === undefined ? undefined : evidence[pointed];
  if (last !== undefined) {
    const { method, url, requestBody, status, error } = last;
    const sent = requestBody === '' ? '' : ` with ${requestBody}`;
    canvas.field('ON THE WIRE', `${method} ${url}${sent}, answered ${error ?? status}`, field);
  }
  const written = clientOutput.trim();
  if (written !== '') canvas.field('CLIENT WROTE', written.slice(-shownOutput), field);
  const persona = meets === undefined ? [] : [`--profile ${meets.profile}`];
  const words = [...persona, `--only ${id}`, ...(file === undefined ? [] : [file])].join(' ');
  canvas.raw(canvas.paint.dim('REPRODUCE'), field.indent);
  canvas.raw(canvas.paint.cyan(`npx proofkey run ${words}`), field.indent);
}

export function severityPaint({ paint }: Canvas, severity: string): Paint {
  if (severity === 'critical') return (text) => paint.bold(paint.red(text));
  if (severity === 'high') return paint.red;
  return severity === 'medium' ? paint.yellow : paint.dim;
}
