import type { RequirementResult } from '../fixtures/verdict/result.js';
import type { SubjectOutcome, SubjectResults } from '../results/run-results.js';
import { drawBudget } from './terminal-budget.js';
import type { Canvas } from './terminal-canvas.js';
import { drawControls, type FailedControl, failedControls } from './terminal-controls.js';
import { drawDrift } from './terminal-drift.js';
import { drawFinding, severityPaint } from './terminal-finding.js';
import { drawCrashed, drawInconclusive, drawSkipped } from './terminal-undecided.js';

const severities = ['critical', 'high', 'medium', 'low', 'info'];

/** One subject: headline, then failed controls, findings, warnings, what was declared, what could not be told. */
export function drawSubject(canvas: Canvas, subject: SubjectResults, verbose: boolean): void {
  drawHeadline(canvas, subject);
  const controls = failedControls(subject.requirements);
  drawControls(canvas, subject, controls);
  drawFindings(canvas, subject, controls);
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

function inWords({ outcome, requirements, budget }: SubjectResults): string {
  const uncovered = budget?.skipped ? `, ${budget.skipped} not covered by the rate limit` : '';
  return `${found(outcome, requirements)}${uncovered}`;
}

function found(outcome: SubjectOutcome, requirements: readonly RequirementResult[]): string {
  const count = (number: number, one: string, many = `${one}s`) =>
    number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
  const parts = [
    ...count(outcome.undeclared.length + outcome.undeclaredWarns.length, 'finding'),
    ...count(outcome.stale.length, 'stale declaration'),
    ...count(outcome.crashed.length, 'without a verdict', 'without a verdict'),
    ...count(
      outcome.inconclusive.filter((id) => !outcome.crashed.includes(id)).length,
      'undecided',
      'undecided',
    ),
  ];
  if (parts.length > 0) return parts.join(', ');
  if (outcome.exitCode !== 0) return 'nothing could be decided';
  const declared = requirements.filter(
    (result) => result.declared === 'fails' && result.verdict === 'fail',
  ).length;
  return declared === 0 ? 'no finding' : `as declared, with ${declared} known to fail`;
}

function drawFindings(canvas: Canvas, subject: SubjectResults, controls: readonly FailedControl[]): void {
  const { requirements, outcome } = subject;
  const red = new Set([...outcome.undeclared, ...outcome.undeclaredWarns]);
  const findings = requirements.filter(({ id }) => red.has(id));
  if (findings.length === 0) return;
  canvas.heading('Findings');
  const control = (id: string) => controls.some((failed) => failed.id === id);
  // Within a severity a control comes first: what rests on it may fall with it.
  for (const result of bySeverity(findings, control)) drawFinding(canvas, result, subject);
}

function bySeverity(
  results: readonly RequirementResult[],
  first: (id: string) => boolean = () => false,
): RequirementResult[] {
  const rank = ({ id, severity }: RequirementResult) => (first(id) ? -1 : severities.indexOf(severity));
  return [...results].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
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
