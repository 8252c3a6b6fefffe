import type { Finding } from '../../fixtures/verdict/verdict.js';
import type { Canvas, Paint } from './canvas.js';

/**
 * A field of a connection in its three columns, one below the other since addresses are long. In red what is wrong:
 * the file, or what the metadata say.
 */
export function drawDrift(
  canvas: Canvas,
  { drift, verdict }: Pick<Finding, 'drift' | 'verdict'>,
  field: { indent: number; column: number },
): void {
  if (drift === undefined) return;
  const { paint } = canvas;
  const place = drift.place === undefined ? '' : ` ${paint.dim(drift.place)}`;
  canvas.field('FIELD', `${drift.field}${place}`, field);
  const [declared, advertised]: [Paint, Paint] =
    verdict === 'fail' ? [paint.red, String] : [String, paint.yellow];
  const line = (label: string, text: string | undefined, color: Paint = String) =>
    canvas.field(label, text ?? '—', { ...field, paint: text === undefined ? paint.dim : color });
  line('DECLARED', drift.declared, declared);
  line('ADVERTISED', drift.advertised, advertised);
  line('OBSERVED', drift.observed);
  if (drift.instead !== undefined) line('INSTEAD', drift.instead, paint.green);
}
