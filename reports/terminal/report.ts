import { mapTexts } from '../../connection/environment-references.js';
import type { RunResults, SubjectResults } from '../../results/run-results.js';
import { exitInWords } from '../exit-in-words.js';
import { meetingsIn } from '../meetings.js';
import { plain } from '../plain.js';
import type { ReportOptions } from '../reporter.js';
import { verdictCounts } from '../verdict-counts.js';
import { Canvas } from './canvas.js';
import { drawMatrix } from './matrix.js';
import { drawSlowest } from './slowest.js';
import { drawSubject } from './subject.js';

/** The report for a person: trouble first, then what it means, one summary line at the end. */
export function terminalReport(
  run: RunResults,
  { paths, verbose, columns, colors }: Pick<ReportOptions, 'paths' | 'verbose' | 'columns' | 'colors'>,
): string {
  // In one place for everything: what a target wrote must not steer the terminal.
  const shown = mapTexts({ ...run, subjects: run.subjects.map(withoutUnshown) }, plain) as RunResults;
  const canvas = new Canvas(columns, colors);
  canvas.blank();
  const meetings = meetingsIn(shown.subjects, ({ meets }) => meets);
  const inTable =
    verbose || meetings.met.length < 2 ? [] : meetings.met.filter(({ outcome }) => outcome.exitCode === 0);
  for (const subject of shown.subjects) {
    if (inTable.some(({ name }) => name === subject.name)) continue;
    canvas.blank();
    drawSubject(canvas, subject, verbose);
  }
  if (meetings.met.length > 1) drawMatrix(canvas, meetings);
  if (verbose) drawSlowest(canvas, shown);
  if (shown.harness.length > 0) {
    canvas.heading('The harness failed');
    for (const error of shown.harness) canvas.text(error, 4);
  }
  drawSummary(canvas, shown, paths);
  return `\n${canvas}`;
}

/** Evidence is shown of failures only, and there is much of it. */
function withoutUnshown(subject: SubjectResults): SubjectResults {
  const requirements = subject.requirements.map((result) =>
    result.verdict === 'fail' ? result : { ...result, evidence: [] },
  );
  return { ...subject, requirements };
}

function drawSummary(canvas: Canvas, run: RunResults, paths: readonly string[]): void {
  const { paint } = canvas;
  canvas.blank();
  const seconds = (run.durationMs / 1000).toFixed(1);
  const subjects = run.subjects.length > 1 ? `${run.subjects.length} subjects · ` : '';
  canvas.raw(`${subjects}${counts(canvas, run.subjects)} ${paint.dim(`in ${seconds} s`)}`, 2);
  if (paths.length > 0) canvas.raw(paint.dim(paths.join(' · ')), 2);
  const color = run.exitCode === 0 ? paint.green : run.exitCode === 1 ? paint.red : paint.yellow;
  canvas.raw(`${color(`exit ${run.exitCode}`)}${paint.dim(`: ${exitInWords[run.exitCode] ?? ''}`)}`, 2);
}

function counts({ paint }: Canvas, subjects: readonly SubjectResults[]): string {
  const paints = {
    pass: paint.green,
    fail: paint.red,
    warn: paint.yellow,
    inconclusive: paint.yellow,
    skipped: paint.dim,
  };
  const all = subjects.flatMap(({ requirements }) => requirements);
  return verdictCounts(all)
    .map(({ verdict, count }) => paints[verdict](`${count} ${verdict}`))
    .join(paint.dim(' · '));
}
