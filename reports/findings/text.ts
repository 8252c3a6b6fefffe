import type { Finding } from '../../connection/manifest/finding.js';
import { counted } from '../counted.js';
import { plain } from '../plain.js';
import { Canvas } from '../terminal/canvas.js';
import { countsOf, type FindingsReport, type JudgedFile } from './findings-report.js';

/** More than anyone reads of one file. */
const shownAtMost = 100;

/** For people: a line for each finding, which editors and terminals can follow, and one line at the end. */
export function textFindings({ files }: FindingsReport, colors: boolean): string {
  const canvas = new Canvas(0, colors);
  for (const judged of files) {
    canvas.blank();
    drawFile(canvas, judged);
  }
  canvas.blank();
  canvas.raw(summary(canvas, files));
  return canvas.toString();
}

function drawFile(canvas: Canvas, { file, findings, fixed }: JudgedFile): void {
  const { paint } = canvas;
  const tags = { error: paint.red, warning: paint.yellow, info: paint.cyan };
  for (const finding of fixed.slice(0, shownAtMost))
    canvas.raw(line(canvas, finding, paint.green(`[fixed ${finding.rule}]`)));
  for (const finding of findings.slice(0, shownAtMost))
    canvas.raw(line(canvas, finding, tags[finding.level](`[${finding.level} ${finding.rule}]`)));
  const hidden = [findings, fixed].reduce((sum, { length }) => sum + Math.max(0, length - shownAtMost), 0);
  if (hidden > 0) canvas.raw(plain(`… and ${hidden} more in ${file}; --format json has all`));
}

/** Everything that the file holds passes through `plain`: it must not steer the terminal. */
function line({ paint }: Canvas, { file, line: row, column, path, message }: Finding, tag: string): string {
  const place = plain(`${file}:${row}:${column}${path === '' ? '' : ` ${path}`}`);
  return `${paint.bold(place)}: ${plain(message)} ${tag}`;
}

function summary({ paint }: Canvas, files: readonly JudgedFile[]): string {
  const { error, warning, info, fixed } = countsOf(files);
  const told = [
    error > 0 ? paint.red(counted(error, 'error')) : '',
    warning > 0 ? paint.yellow(counted(warning, 'warning')) : '',
    info > 0 ? `${info} for information` : '',
    fixed > 0 ? paint.green(`${fixed} fixed`) : '',
  ].filter((part) => part !== '');
  const judged = counted(files.length, 'file');
  if (told.length === 0) return `${judged}: ${paint.green('nothing to object to')}`;
  const fixable = files.flatMap(({ findings }) => findings).filter(({ edit }) => edit !== undefined).length;
  const hint = fixable === 0 ? '' : paint.dim(`; --fix puts ${fixable} of them right`);
  return `${judged}: ${told.join(', ')}${hint}`;
}
