import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { junit } from '../reports/junit.js';
import { terminalReport } from '../reports/terminal-report.js';
import { visibleJson } from '../reports/visible-json.js';
import type { RunResults } from '../results/run-results.js';
import { terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

export type Format = 'terminal' | 'json';

export interface Presentation {
  /** Folder, as the user named it. */
  out: string;
  format: Format;
  verbose: boolean;
}

/** Writes results.json and junit.xml, and prints what was asked for. */
export function present(run: RunResults, { out, format, verbose }: Presentation): void {
  const json = `${JSON.stringify(run, undefined, 2)}\n`;
  const files = { 'results.json': json, 'junit.xml': junit(run) };
  const paths = Object.entries(files).map(([name, content]) => write(out, name, content));
  process.stdout.write(
    format === 'json' ? visibleJson(json) : terminalReport(run, { paths, verbose, ...terminal() }),
  );
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

function write(out: string, name: string, content: string): string {
  const path = join(out, name);
  writeFileSync(path, content);
  return path;
}
