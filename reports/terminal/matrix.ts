import type { SubjectResults } from '../../results/run-results.js';
import { counted } from '../counted.js';
import type { Meetings } from '../meetings.js';
import type { Canvas, Paint } from './canvas.js';

/** Client × profile: a row for each profile, a column for each client. */
export function drawMatrix(canvas: Canvas, { clients, profiles, at }: Meetings<SubjectResults>): void {
  const first = widest(['profile', ...profiles]);
  const cell = Math.max(16, widest(clients));
  canvas.heading('Clients by provider profile');
  canvas.raw(
    canvas.paint.dim([...['profile'.padEnd(first)], ...clients.map((name) => name.padEnd(cell))].join('  ')),
    4,
  );
  for (const profile of profiles) {
    const cells = clients.map((client) => {
      const meeting = at(client, profile);
      const { text, paint } = meeting === undefined ? { text: '', paint: String } : inShort(canvas, meeting);
      return paint(text.padEnd(cell));
    });
    canvas.raw([profile.padEnd(first), ...cells].join('  ').trimEnd(), 4);
  }
}

/** Trouble first; of what is green, how much was decided. */
function inShort(
  { paint }: Canvas,
  { outcome, requirements }: SubjectResults,
): { text: string; paint: Paint } {
  const count = (wanted: string) => requirements.filter(({ verdict }) => verdict === wanted).length;
  const { undeclared, undeclaredWarns, stale, expired, inconclusive } = outcome;
  const findings = undeclared.length + undeclaredWarns.length;
  if (findings > 0) return { text: `✗ ${counted(findings, 'finding')}`, paint: paint.red };
  if (stale.length > 0) return { text: `✗ ${stale.length} stale`, paint: paint.red };
  if (expired.length > 0) return { text: `✗ ${expired.length} expired`, paint: paint.red };
  if (outcome.exitCode !== 0) return { text: `? ${inconclusive.length} undecided`, paint: paint.yellow };
  const known = count('fail');
  return {
    text: `✓ ${count('pass')} pass${known === 0 ? '' : `, ${known} known`}`,
    paint: known === 0 ? paint.green : paint.yellow,
  };
}

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map(({ length }) => length));
}
