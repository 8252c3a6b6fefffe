import type { ControlRun, RequirementResult } from '../fixtures/verdict/result.js';
import type { SubjectResults } from '../results/run-results.js';
import type { Canvas } from './terminal-canvas.js';

export interface FailedControl {
  id: string;
  message: string;
  /** Requirements that are inconclusive because of it. */
  blocked: number;
  /** It had passed earlier in the run. */
  lost: boolean;
}

/** Controls that failed beside any requirement; the one that most rests on comes first. */
export function failedControls(requirements: readonly RequirementResult[]): FailedControl[] {
  const runs = requirements.flatMap(({ controls }) => controls);
  const failed = new Map<string, FailedControl>();
  for (const { controls, verdict } of requirements) {
    const run = controls.find(({ passed }) => !passed);
    if (run === undefined) continue;
    const { id, message = '' } = run;
    const known = failed.get(id) ?? { id, message, blocked: 0, lost: passedBefore(run, runs) };
    failed.set(id, { ...known, blocked: known.blocked + (verdict === 'inconclusive' ? 1 : 0) });
  }
  return [...failed.values()].sort((a, b) => b.blocked - a.blocked);
}

function passedBefore({ id, at }: ControlRun, runs: readonly ControlRun[]): boolean {
  return runs.some((run) => run.id === id && run.passed && run.at <= at);
}

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
