import type { FailedControl } from '../../results/failed-controls.js';
import type { SubjectResults } from '../../results/run-results.js';
import type { Canvas } from './canvas.js';

/** What explains most of what follows: the subject does not serve its correct client. */
export function drawControls(
  canvas: Canvas,
  { diagnosis, outcome }: SubjectResults,
  controls: readonly FailedControl[],
): void {
  const explains = outcome.exitCode !== 0 && diagnosis.length > 0;
  if (controls.length === 0 && !explains) return;
  canvas.heading(controls.length > 0 ? 'Controls that failed' : 'Seen before the run');
  for (const [message, alike] of byMessage(controls)) {
    for (const control of alike) drawControl(canvas, control);
    canvas.text(message, 6);
  }
  for (const line of diagnosis) canvas.field('Diagnosis', line, { indent: 4, column: 11 });
}

function drawControl(canvas: Canvas, { id, blocked, lost }: FailedControl): void {
  const { paint } = canvas;
  const notes = [
    ...(blocked === 0 ? [] : [`${blocked} requirement${blocked === 1 ? ' rests' : 's rest'} on it`]),
    ...(lost ? ['it had passed before: the subject stopped serving its correct client'] : []),
  ];
  canvas.raw(
    `${paint.red('✗')} ${paint.bold(id)}${paint.dim(notes.map((note) => ` · ${note}`).join(''))}`,
    4,
  );
}

/** One cause often fails several controls; it is told once. */
function byMessage(controls: readonly FailedControl[]): Map<string, FailedControl[]> {
  const groups = new Map<string, FailedControl[]>();
  for (const control of controls)
    groups.set(control.message, [...(groups.get(control.message) ?? []), control]);
  return groups;
}
