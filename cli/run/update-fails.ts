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
 * Writes into each file what its subjects were found to do, and weighs their results by that. A file that is not
 * written keeps its results as they are: what somebody else has changed there meanwhile was never run.
 */
export async function updateFails(
  run: RunResults,
  subjects: readonly PreparedSubject[],
  prepareAgain: () => Promise<PreparedSubject[]>,
): Promise<RunResults> {
  const day = dayOf(run.startedAt);
  const changed = new Set<string>();
  for (const file of new Set(subjects.map(fileOf))) {
    const own = subjects.flatMap((prepared, index) => {
      const results = run.subjects[index];
      return results === undefined || fileOf(prepared) !== file ? [] : [{ prepared, results }];
    });
    const [first] = own;
    if (first !== undefined && update(first.prepared, changesOf(own, day))) changed.add(file);
  }
  const now = changed.size === 0 ? undefined : await preparedOrTold(prepareAgain);
  if (now === undefined) return run;
  const declared = run.subjects.map((results) => {
    // By name: a client that somebody took out of another file would move all that follow it.
    const prepared = now.find(({ name }) => name === results.name);
    if (prepared === undefined || !changed.has(fileOf(prepared))) return results;
    const { fails, warns, flaky = [] } = prepared.subject;
    return located({ ...results, fails, warns, flaky }, prepared);
  });
  return judgedAnew({ ...run, subjects: declared });
}

function fileOf({ loaded }: PreparedSubject): string {
  return resolve(loaded.file);
}

/** The subjects as the files have them now; undefined where one of them was lost or spoilt during the run. */
async function preparedOrTold(
  prepareAgain: () => Promise<PreparedSubject[]>,
): Promise<PreparedSubject[] | undefined> {
  try {
    return await prepareAgain();
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof SubjectFileError)) throw error;
    tell(`The results stay as they were, since the files cannot be read again:\n${error.message}`);
    return undefined;
  }
}

/** Changes a file, and says what became of it. Whether it was written. */
function update({ loaded }: PreparedSubject, changes: FileChanges): boolean {
  const { file, text } = loaded;
  if (nothing(changes)) {
    tell(`${file}: nothing to change: what was decided is declared`);
    return false;
  }
  const told = toldChanges(changes);
  const why = tryToWrite(file, text, withDeclarations(text, changes));
  tell(
    why === undefined
      ? `${file}: was changed\n${told}`
      : `${file}: was not changed, since ${why}. By hand:\n${told}`,
  );
  return why === undefined;
}

/** Writes what a file is to hold; what keeps it from being written, in words. */
function tryToWrite(file: string, text: string, changed: string | undefined): string | undefined {
  if (changed === undefined)
    return 'its lists are written in a way that cannot be changed without touching something else';
  try {
    if (readText(file) !== text) return 'somebody else has changed it during the run';
    writeFileSync(file, hasByteOrderMark(file) ? `\uFEFF${changed}` : changed);
    return undefined;
  } catch (error) {
    if (error instanceof SubjectFileError) return 'it cannot be read any more';
    return `it cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`;
  }
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
