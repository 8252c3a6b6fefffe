import type { RunResults } from '../../results/run-results.js';
import type { Canvas } from './canvas.js';

/** Requirements that are named. */
const named = 10;

/** Where the time went: the slowest requirements, with their share of what all of them took together. */
export function drawSlowest(canvas: Canvas, { subjects }: Pick<RunResults, 'subjects'>): void {
  const all = subjects.flatMap(({ name, requirements }) =>
    requirements.map(({ id, durationMs }) => ({ id, durationMs, subject: name })),
  );
  const total = all.reduce((sum, { durationMs }) => sum + durationMs, 0);
  const slowest = all
    .filter(({ durationMs }) => durationMs > 0)
    .sort((a, b) => b.durationMs - a.durationMs)
    .slice(0, named);
  const [first] = slowest;
  if (first === undefined) return;
  canvas.heading('Slowest');
  const width = String(first.durationMs).length;
  for (const { id, durationMs, subject } of slowest) {
    const share = `${((100 * durationMs) / total).toFixed(0)} %`.padStart(5);
    const whose = subjects.length > 1 ? canvas.paint.dim(` (${subject})`) : '';
    canvas.raw(`${String(durationMs).padStart(width)} ms ${canvas.paint.dim(share)}  ${id}${whose}`, 4);
  }
}
