import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import type { Reporter, ReportOptions } from '../reports/reporter.js';
import { type Format, reporters } from '../reports/reporters.js';
import type { RunResults } from '../results/run-results.js';
import { appendStepSummary } from './step-summary.js';
import { terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

export interface Presentation {
  /** Folder, as the user named it. */
  out: string;
  format: Format;
  verbose: boolean;
}

/** Writes every report that has a file, and prints the one that was asked for. */
export async function present(run: RunResults, { out, format, verbose }: Presentation): Promise<void> {
  const options = { paths: [], verbose, ...folders(), ...terminal() };
  const all = await Promise.all(Object.values<() => Promise<Reporter>>(reporters).map((load) => load()));
  const written = new Map(all.flatMap((reporter) => write(reporter, run, { out, options })));
  const paths = [...written.values()].map(({ path }) => path);
  const textOf = (reporter: Reporter) =>
    written.get(reporter)?.text ?? reporter.render(run, { ...options, paths });
  process.stdout.write(textOf(await reporters[format]()));
  if (format !== 'github') return;
  const trouble = appendStepSummary(textOf(await reporters.markdown()));
  if (trouble !== undefined) process.stderr.write(`${trouble}\n`);
}

/** GitHub looks for files from the root of the repository on, wherever in it the command was given. */
function folders({ GITHUB_WORKSPACE: workspace } = process.env): Pick<ReportOptions, 'folder' | 'root'> {
  const folder = process.cwd();
  if (workspace === undefined || !isAbsolute(workspace)) return { folder };
  const inside = !relative(workspace, folder).startsWith('..') && !isAbsolute(relative(workspace, folder));
  return inside ? { folder, root: workspace } : { folder };
}

/** Makes the folder for reports before the run, not when its results would be lost. */
export function prepareOut(out: string): void {
  try {
    mkdirSync(out, { recursive: true });
    accessSync(out, constants.W_OK);
  } catch (error) {
    throw new UsageError(`--out ${out} is no folder that can be written to: ${(error as Error).message}`);
  }
}

/** What a report has a file for, with its text: that of the file is printed, too. */
function write(
  reporter: Reporter,
  run: RunResults,
  { out, options }: { out: string; options: ReportOptions },
): [Reporter, { path: string; text: string }][] {
  if (reporter.file === undefined) return [];
  const path = join(out, reporter.file);
  const text = reporter.render(run, options);
  writeFileSync(path, text);
  return [[reporter, { path, text }]];
}
