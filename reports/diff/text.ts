import { mapTexts } from '../../connection/environment-references.js';
import type { Change, RunDiff, SubjectDiff } from '../../results/diff.js';
import { plain } from '../plain.js';
import { Canvas, type Paint } from '../terminal/canvas.js';
import { severityPaint } from '../terminal/finding.js';
import {
  type DiffSection,
  diffInWords,
  diffMeanings,
  presenceInWords,
  remarksOn,
  sectionsIn,
} from './sections.js';

export interface TextOptions {
  columns: number;
  colors: boolean;
  /** All that changed, and what did not. */
  verbose: boolean;
}

/** Changes of one list that are told where the subject itself is new or gone. */
const ofOneSided = 8;

/** A comparison for a person. */
export function textDiff(diff: RunDiff, { columns, colors, verbose }: TextOptions): string {
  // The files may come from anywhere: nothing in them may steer the terminal.
  const shown = mapTexts(diff, plain) as RunDiff;
  const canvas = new Canvas(columns, colors);
  for (const condition of shown.conditions) canvas.text(`Not alike: ${condition}`, 2, canvas.paint.yellow);
  for (const subject of shown.subjects) drawSubject(canvas, subject, verbose);
  canvas.blank();
  canvas.raw(diffInWords(shown), 2);
  const { exitCode } = shown;
  const paint = exitCode === 0 ? canvas.paint.green : exitCode === 1 ? canvas.paint.red : canvas.paint.yellow;
  canvas.raw(`${paint(`exit ${exitCode}`)}${canvas.paint.dim(`: ${diffMeanings[exitCode]}`)}`, 2);
  return `\n${canvas}`;
}

function drawSubject(canvas: Canvas, subject: SubjectDiff, verbose: boolean): void {
  const { name, presence } = subject;
  const [sections, remarks] = [sectionsIn(subject), remarksOn(subject)];
  if (sections.length + remarks.length === 0 && presence === 'both') return;
  canvas.blank();
  const aside = presenceInWords[presence] === '' ? '' : `  ${canvas.paint.yellow(presenceInWords[presence])}`;
  canvas.raw(`${canvas.paint.bold(name)}${aside}`);
  for (const section of sections)
    drawSection(canvas, section, verbose ? Infinity : shownOf(section, presence));
  if (remarks.length === 0) return;
  canvas.heading('Declarations and severities');
  for (const remark of remarks) canvas.text(remark, 4);
}

function shownOf({ inNumbers, tone }: DiffSection, presence: SubjectDiff['presence']): number {
  if (inNumbers) return 0;
  return presence === 'both' || tone === 'worse' ? Infinity : ofOneSided;
}

function drawSection(canvas: Canvas, { title, tone, changes }: DiffSection, shown: number): void {
  canvas.heading(`${title} (${changes.length})`);
  for (const change of changes.slice(0, shown)) drawChange(canvas, change, tone);
  const left = changes.length - Math.min(shown, changes.length);
  if (left > 0)
    canvas.text(shown === 0 ? '--verbose tells which' : `and ${left} more (--verbose)`, 4, canvas.paint.dim);
}

function drawChange(canvas: Canvas, change: Change, tone: DiffSection['tone']): void {
  const { paint } = canvas;
  const { id, severity, before, after, message } = change;
  const tones: Record<DiffSection['tone'], Paint> = {
    worse: paint.red,
    better: paint.green,
    open: paint.yellow,
    known: paint.dim,
  };
  const verdicts = tones[tone](`${before} → ${after}`);
  canvas.raw(`${severityPaint(canvas, severity)(severity.padEnd(8))}  ${id}  ${verdicts}`, 4);
  if (message !== undefined && tone !== 'better') canvas.text(message, 14, paint.dim);
}
