import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, ratio, type Table, table, wallTime } from './measure.js';

const rounds = 3;
const cli = fileURLToPath(new URL('../cli/main.js', import.meta.url));

/** Seconds for `proofkey run` without a file: the whole server core suite on the strict mock, whole process. */
export async function benchSuite(): Promise<Table> {
  const out = mkdtempSync(join(tmpdir(), 'proofkey-bench-'));
  const times: number[] = [];
  for (let round = 0; round < rounds; round++)
    times.push(await wallTime([process.execPath, cli, 'run', '--out', out]));
  rmSync(out, { recursive: true });
  const seconds = median(times) / 1000;
  return table(
    `server core suite on the strict mock, whole process (median of ${rounds})`,
    [['proofkey run', `${seconds.toFixed(2)} s`]],
    [ratio('seconds / budget of 6 s', seconds / 6, '<= 1')],
  );
}
