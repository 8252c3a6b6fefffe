import { existsSync, writeFileSync } from 'node:fs';
import { UsageError } from '../usage-error.js';

/** Before anything is asked or fetched: it would be for nothing. */
export function refuseExisting(out: string, force: boolean): void {
  if (!force && existsSync(out)) throw new UsageError(exists(out));
}

/** Writes a file that is not there yet, unless it is told to overwrite it. Follows no link that leads nowhere. */
export function writeNew(out: string, text: string, force: boolean): void {
  try {
    writeFileSync(out, text, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(
      code === 'EEXIST' ? exists(out) : `${out} cannot be written (${code ?? 'unknown error'})`,
    );
  }
}

function exists(out: string): string {
  return `${out} exists already. Give another name, or --force to overwrite it`;
}
