import { accessSync, constants, readFileSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { dayOf } from '../../connection/expired.js';
import { readText } from '../../connection/read-text.js';
import { SubjectFileError } from '../../connection/subject-file-error.js';
import { withDeclarations } from '../../connection/write-back/change-declarations.js';
import { plainLines } from '../../reports/plain.js';
import { judgedAnew } from '../../results/judged-anew.js';
import type { RunResults, Shard } from '../../results/run-results.js';
import { located } from '../located.js';
import type { PreparedSubject } from '../prepare-subjects.js';
import { UsageError } from '../usage-error.js';
import { changesOf, type FileChanges, nothing, toldChanges } from './file-changes.js';

/** Said before the run, not when hours of it would be in vain. */
export function refuseUpdate(subjects: readonly PreparedSubject[], shard: Shard | undefined): void {
  if (shard !== undefined)
    throw new UsageError(
      '--update-fails needs the whole run, since a shard does not know what the others find. Leave --shard out',
    );
  for (const { file } of subjects) {
    if (file === undefined)
      throw new UsageError(
        '--update-fails needs a subject file to write to: what the built-in subjects do is known, and anything else is a defect',
      );
    const why = unwritable(file);
    if (why !== undefined) throw new UsageError(`${file}: --update-fails is to write this file, and ${why}`);
  }
}

/**
 * Writes into each file what its subjects were found to do, and weighs the results by that. A file that cannot be
 * written keeps its results as they are, and the run is as red as it was.
 */
export async function updateFails(
  run: RunResults,
  subjects: readonly PreparedSubject[],
  prepareAgain: () => Promise<PreparedSubject[]>,
): Promise<RunResults> {
  const day = dayOf(run.startedAt);
  const files = [...new Set(subjects.map(({ loaded }) => resolve(loaded.file)))];
  for (const file of files) {
    const own = subjects.flatMap((prepared, index) => {
      const results = run.subjects[index];
      return results === undefined || resolve(prepared.loaded.file) !== file ? [] : [{ prepared, results }];
    });
    const [first] = own;
    if (first !== undefined) tell(written(first.prepared, changesOf(own, day)));
  }
  const now = await prepareAgain();
  const declared = run.subjects.map((results, index) => {
    const prepared = now[index];
    if (prepared === undefined) return results;
    const { fails, warns, flaky = [] } = prepared.subject;
    return located({ ...results, fails, warns, flaky }, prepared);
  });
  return judgedAnew({ ...run, subjects: declared });
}

/** Changes a file, and says what became of it. */
function written({ loaded }: PreparedSubject, changes: FileChanges): string {
  const { file, text } = loaded;
  if (nothing(changes)) return `${file}: nothing to change: what was decided is declared`;
  const told = toldChanges(changes);
  const refused = (why: string) => `${file}: was not changed, since ${why}. By hand:\n${told}`;
  const changed = withDeclarations(text, changes);
  if (changed === undefined)
    return refused('its lists are written in a way that cannot be changed without touching something else');
  try {
    if (readText(file) !== text) return refused('somebody else has changed it during the run');
    writeFileSync(file, hasByteOrderMark(file) ? `\uFEFF${changed}` : changed);
  } catch (error) {
    if (error instanceof SubjectFileError) return refused('it cannot be read any more');
    return refused(`it cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`);
  }
  return `${file}: was changed\n${told}`;
}

function tell(text: string): void {
  process.stderr.write(`${plainLines(text)}\n`);
}

function unwritable(file: string): string | undefined {
  try {
    accessSync(file, constants.W_OK);
    return statSync(file).isFile() ? undefined : 'it is no regular file';
  } catch (error) {
    return `it cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`;
  }
}

function hasByteOrderMark(file: string): boolean {
  return readFileSync(file)
    .subarray(0, 3)
    .equals(Buffer.from([0xef, 0xbb, 0xbf]));
}
