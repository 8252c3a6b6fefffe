import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, ratio, type Table, table, wallTime } from './measure.js';

const rounds = 5;
const count = 1000;
/** Seconds of a whole process, without npx (DESIGN §10). */
const budgets = { one: 0.4, many: 2 };
const inPackage = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** `proofkey validate` of one manifest, and of a thousand files: the valid samples, over and over. */
export async function benchValidate(): Promise<Table> {
  const folder = mkdtempSync(join(tmpdir(), 'proofkey-bench-'));
  const samples = readdirSync(inPackage('fixtures/connections/valid')).map((name) =>
    readFileSync(inPackage(`fixtures/connections/valid/${name}`), 'utf8'),
  );
  let bytes = 0;
  for (let index = 0; index < count; index++) {
    const text = samples[index % samples.length] as string;
    bytes += text.length;
    writeFileSync(join(folder, `${index}.yaml`), text);
  }
  const one = await medianTime(join(folder, '0.yaml'));
  const many = await medianTime(folder);
  rmSync(folder, { recursive: true });
  return table(
    `validate, whole process in seconds (median of ${rounds})`,
    [
      ['one manifest', one.toFixed(2)],
      [`${count} manifests of ${Math.round(bytes / count)} bytes on average`, many.toFixed(2)],
    ],
    [
      ratio(`one manifest / budget of ${budgets.one} s`, one / budgets.one, '<= 1'),
      ratio(`${count} manifests / budget of ${budgets.many} s`, many / budgets.many, '<= 1'),
    ],
  );
}

async function medianTime(path: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++)
    times.push(await wallTime([process.execPath, inPackage('cli/main.js'), 'validate', path]));
  return median(times) / 1000;
}
