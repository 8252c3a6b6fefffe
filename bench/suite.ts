import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, ratio, type Table, table, wallTime } from './measure.js';

const rounds = 3;
const inPackage = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Seconds of a whole process, and what it may take (DESIGN §10). */
const suites = {
  'server core suite, strict mock': { file: 'fixtures/subjects/mock.yaml', budget: 6 },
  'client core suite, reference client by module': { file: 'fixtures/clients/reference.yaml', budget: 6 },
  'client core suite, reference client by stdio': {
    file: 'fixtures/clients/reference-stdio.yaml',
    budget: 10,
  },
};

/** Each suite on its correct subject, whole process. */
export async function benchSuite(): Promise<Table> {
  const out = mkdtempSync(join(tmpdir(), 'proofkey-bench-'));
  const rows: [string, string][] = [];
  const ratios = [];
  for (const [name, { file, budget }] of Object.entries(suites)) {
    const seconds = (await medianTime(file, out)) / 1000;
    rows.push([name, `${seconds.toFixed(2)} s`]);
    ratios.push(ratio(`${name}: seconds / budget of ${budget} s`, seconds / budget, '<= 1'));
  }
  rmSync(out, { recursive: true });
  return table(`whole runs (median of ${rounds})`, rows, ratios);
}

async function medianTime(file: string, out: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++)
    times.push(
      await wallTime([process.execPath, inPackage('cli/main.js'), 'run', inPackage(file), '--out', out]),
    );
  return median(times);
}
