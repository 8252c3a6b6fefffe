import { failedControls } from '../../results/failed-controls.js';
import { bySeverity, findingsOf } from '../../results/findings.js';
import type { SubjectResults } from '../../results/run-results.js';
import { inWords } from '../in-words.js';
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
  drawStale(canvas, subject);
  drawWarnings(canvas, subject);
  drawDeclared(canvas, subject);
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

function drawStale(canvas: Canvas, { requirements, outcome }: SubjectResults): void {
  if (outcome.stale.length === 0) return;
  canvas.heading('Stale declarations');
  for (const id of outcome.stale) {
    const result = requirements.find((candidate) => candidate.id === id);
    const list = result?.declared ?? 'fails';
    canvas.raw(canvas.paint.bold(id), 4);
    canvas.text(`stands under "${list}", but its verdict is ${result?.verdict}: remove the entry`, 6);
  }
}

function drawWarnings(canvas: Canvas, { requirements, outcome }: SubjectResults): void {
  const warnings = requirements.filter(
    ({ id, verdict }) => verdict === 'warn' && !outcome.undeclaredWarns.includes(id),
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

function drawDeclared(canvas: Canvas, { requirements, fails }: SubjectResults): void {
  const shown = fails.filter(({ id }) =>
    requirements.some((result) => result.id === id && result.verdict === 'fail'),
  );
  if (shown.length === 0) return;
  canvas.heading('Declared deviations');
  for (const { id, reason, owner, until } of shown) {
    canvas.raw(id, 4);
    const until_ = until === undefined ? undefined : `until ${until}`;
    const why = [reason, owner, until_].filter((part) => part !== undefined).join(' · ');
    if (why !== '') canvas.text(why, 6, canvas.paint.dim);
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
