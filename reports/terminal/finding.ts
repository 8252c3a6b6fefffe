import type { RequirementResult } from '../../fixtures/verdict/result.js';
import type { Finding } from '../../fixtures/verdict/verdict.js';
import { alike, variantsOf } from '../observations.js';
import { decidingFindings, type Place, reproductionOf } from '../reproduction.js';
import type { Canvas, Paint } from './canvas.js';
import { drawDrift } from './drift.js';

const field = { indent: 6, column: 14 };

/** One violated requirement in full: what was required, expected and seen, and how to see it again. */
export function drawFinding(canvas: Canvas, result: RequirementResult, place: Place): void {
  const { paint } = canvas;
  canvas.blank();
  canvas.raw(`${severityPaint(canvas, result.severity)(result.severity)}  ${paint.bold(result.id)}`, 4);
  canvas.field('REQUIREMENT', result.title, field);
  const worst = decidingFindings(result);
  drawObservations(canvas, worst, result.message);
  canvas.field('CLAUSE', `${result.level} · ${result.clauses.join(', ')}`, field);
  canvas.field('ATTACK', result.attack, field);
  canvas.field('FIX', result.fix, field);
  for (const note of result.notes) canvas.field('NOTE', note, field);
  if (result.id.startsWith('client/')) drawClientSide(canvas, result, worst);
  drawReproduction(canvas, reproductionOf(result, place));
}

/** Variants that were expected and answered alike are told together. */
function drawObservations(canvas: Canvas, findings: readonly Finding[], message: string | undefined): void {
  for (const group of alike(findings)) {
    const [first] = group;
    if (first.drift !== undefined) drawDrift(canvas, first, field);
    else {
      canvas.field('EXPECTED', first.expected, field);
      canvas.field('ACTUAL', first.received, { ...field, paint: canvas.paint.red });
    }
    const variants = variantsOf(group);
    if (variants.length > 0)
      canvas.field(variants.length > 1 ? 'VARIANTS' : 'VARIANT', variants.join('; '), field);
  }
  if (findings.length === 0 && message !== undefined) canvas.field('ACTUAL', message, field);
}

/** Each command on a line of its own and unbroken, so that it can be copied. */
function drawReproduction(canvas: Canvas, steps: readonly string[]): void {
  if (steps.length === 0) return;
  canvas.raw(canvas.paint.dim('REPRODUCE'), field.indent);
  for (const [index, step] of steps.entries()) {
    if (index > 0) canvas.raw(canvas.paint.dim('then, after the pages that follow'), field.indent);
    canvas.raw(canvas.paint.cyan(step), field.indent);
  }
}

/** Characters of what a client wrote itself that are shown, from the end. */
const shownOutput = 400;

/** What reached the mock last, and what the client wrote. */
function drawClientSide(
  canvas: Canvas,
  { evidence, clientOutput = '' }: RequirementResult,
  findings: readonly Finding[],
): void {
  const pointed = findings.find(({ exchange }) => exchange !== undefined)?.exchange;
  const last = pointed === undefined ? undefined : evidence[pointed];
  if (last !== undefined) {
    const { method, url, requestBody, status, error, outcome } = last;
    const sent = requestBody === '' ? '' : ` with ${requestBody}`;
    canvas.field('ON THE WIRE', `${method} ${url}${sent}, answered ${error ?? outcome ?? status}`, field);
  }
  const written = clientOutput.trim();
  if (written !== '') canvas.field('CLIENT WROTE', written.slice(-shownOutput), field);
}

export function severityPaint({ paint }: Canvas, severity: string): Paint {
  if (severity === 'critical') return (text) => paint.bold(paint.red(text));
  if (severity === 'high') return paint.red;
  return severity === 'medium' ? paint.yellow : paint.dim;
}
