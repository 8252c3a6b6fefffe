import { failedControls } from '../../results/failed-controls.js';
import { bySeverity, findingsOf } from '../../results/findings.js';
import type { SubjectResults } from '../../results/run-results.js';
import { inWords } from '../in-words.js';
import { outOfDate, reasonOf } from '../standing.js';
import { drawBudget } from './budget.js';
import type { Canvas } from './canvas.js';
import { drawControls } from './controls.js';
import { drawDrift } from './drift.js';
import { drawFinding, severityPaint } from './finding.js';
import { drawCrashed, drawInconclusive, drawSkipped } from './undecided.js';

/** One subject: headline, then failed controls, findings, warnings, what was declared, what could not be told. */
export function drawSubject(canvas: Canvas, subject: SubjectResults, verbose: boolean): void {
  drawHeadline(canvas, subject);
  drawControls(canvas, subject, failedControls(subject.requirements));
  drawFindings(canvas, subject);
  drawOutOfDate(canvas, subject);
  drawWarnings(canvas, subject);
  drawDeclared(canvas, subject);
  drawFlaky(canvas, subject);
  drawCrashed(canvas, subject, verbose);
  drawInconclusive(canvas, subject, verbose);
  drawSkipped(canvas, subject, verbose);
  drawBudget(canvas, subject);
  if (verbose) drawPassed(canvas, subject);
}

function drawHeadline(canvas: Canvas, subject: SubjectResults): void {
  const { paint } = canvas;
  const { name, file, against, outcome } = subject;
  const [mark, color] =
    outcome.exitCode === 0
      ? ['✓', paint.green]
      : outcome.exitCode === 1
        ? ['✗', paint.red]
        : (['?', paint.yellow] as const);
  canvas.raw(`${color(paint.bold(`${mark} ${name}`))}  ${color(inWords(subject))}`);
  canvas.raw(paint.dim(`${file ?? 'built in'} · graded by ${against.join(', ')}`), 2);
}

function drawFindings(canvas: Canvas, subject: SubjectResults): void {
  const findings = findingsOf(subject);
  if (findings.length === 0) return;
  canvas.heading('Findings');
  for (const result of findings) drawFinding(canvas, result, subject);
}

const headings = { stale: 'Stale declarations', expired: 'Expired declarations' };

/** Declarations that are red by themselves, with where they stand and what to do. */
function drawOutOfDate(canvas: Canvas, subject: SubjectResults): void {
  const entries = outOfDate(subject);
  for (const kind of ['stale', 'expired'] as const) {
    const alike = entries.filter((one) => one.kind === kind);
    if (alike.length > 0) canvas.heading(headings[kind]);
    for (const { id, message, entry } of alike) {
      const place = entry?.place === undefined ? '' : `  ${canvas.paint.dim(entry.place)}`;
      canvas.raw(`${canvas.paint.bold(id)}${place}`, 4);
      canvas.text(message, 6);
      if (entry !== undefined && reasonOf(entry) !== '') canvas.text(reasonOf(entry), 6, canvas.paint.dim);
    }
  }
}

function drawWarnings(canvas: Canvas, { requirements, outcome }: SubjectResults): void {
  const warnings = requirements.filter(
    ({ id, verdict, declared }) =>
      verdict === 'warn' && declared !== 'flaky' && !outcome.undeclaredWarns.includes(id),
  );
  if (warnings.length === 0) return;
  canvas.heading('Warnings');
  for (const result of bySeverity(warnings)) {
    canvas.raw(`${severityPaint(canvas, result.severity)(result.severity.padEnd(8))}  ${result.id}`, 4);
    const drifts = result.findings.filter(({ drift, verdict }) => drift !== undefined && verdict === 'warn');
    for (const finding of drifts) drawDrift(canvas, finding, { indent: 14, column: 12 });
    if (drifts.length === 0) canvas.text(result.message ?? result.title, 14, canvas.paint.dim);
  }
}

function drawDeclared(canvas: Canvas, { requirements, fails, outcome }: SubjectResults): void {
  // What fails although its entry has expired is told above.
  const shown = fails.filter(
    ({ id }) =>
      !outcome.undeclared.includes(id) &&
      requirements.some((result) => result.id === id && result.verdict === 'fail'),
  );
  if (shown.length === 0) return;
  canvas.heading('Declared deviations');
  for (const entry of shown) {
    canvas.raw(entry.id, 4);
    const why = reasonOf(entry);
    if (why !== '') canvas.text(why, 6, canvas.paint.dim);
  }
}

/** Apart, whatever their verdict: it is no news, and no proof either. */
function drawFlaky(canvas: Canvas, { requirements, flaky, outcome }: SubjectResults): void {
  const expired = new Set(outcome.expired);
  const shown = requirements.flatMap((result) => {
    const entry = flaky.find(({ id }) => id === result.id && !expired.has(id));
    return entry === undefined ? [] : [{ result, entry }];
  });
  if (shown.length === 0) return;
  canvas.heading('Flaky, whatever the verdict');
  for (const { result, entry } of shown) {
    canvas.raw(`${result.id}  ${canvas.paint.dim(`this time ${result.verdict}`)}`, 4);
    canvas.text(reasonOf(entry), 6, canvas.paint.dim);
  }
}

function drawPassed(canvas: Canvas, { requirements }: SubjectResults): void {
  const passed = requirements.filter(({ verdict }) => verdict === 'pass');
  if (passed.length === 0) return;
  canvas.heading('Passed');
  for (const { id, notes, durationMs } of passed) {
    canvas.raw(`${canvas.paint.green('✓')} ${id} ${canvas.paint.dim(`${durationMs} ms`)}`, 4);
    for (const note of notes) canvas.text(note, 8, canvas.paint.dim);
  }
}
