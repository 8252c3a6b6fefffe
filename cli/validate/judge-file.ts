import { readFileSync, statSync, writeFileSync } from 'node:fs';
import type { Finding } from '../../connection/manifest/finding.js';
import { fixText } from '../../connection/manifest/fix-text.js';
import { judgeText } from '../../connection/manifest/judge-text.js';
import { type FileKind, readText, UnreadableFileError } from '../../connection/read-text.js';
import { SubjectFileError } from '../../connection/subject-file-error.js';
import type { JudgedFile } from '../../reports/findings/findings-report.js';
import { isDirectory } from './named-files.js';

const manifest: FileKind = { name: 'connection manifest', docs: 'docs/writing-a-connection.md' };

const noFiles =
  'this is a directory without YAML and JSON files. Name one that has some, or a file; those further below are not looked for';

export interface JudgeOptions {
  /** Make the safe changes, in the file. */
  fix: boolean;
  /** Calendar day in UTC, YYYY-MM-DD. */
  today: string;
}

/** Judges one file. What keeps it from being read is a finding like any other, so that the next file gets its turn. */
export function judgeFile(file: string, { fix, today }: JudgeOptions): JudgedFile {
  let text: string;
  try {
    text = readText(file, manifest);
  } catch (error) {
    if (!(error instanceof SubjectFileError)) throw error;
    const rule = error instanceof UnreadableFileError ? 'unreadable-file' : 'not-text';
    const [message = error.message] = error.problems.map((problem) => problem.message);
    return { file, findings: [aboutFile(rule, file, isDirectory(file) ? noFiles : message)], fixed: [] };
  }
  if (!fix) return { file, findings: judgeText(file, text, today), fixed: [] };
  const { text: changed, fixed, findings } = fixText(file, text, today);
  if (fixed.length === 0) return { file, findings, fixed };
  const refused = write(file, changed);
  if (refused === undefined) return { file, findings, fixed };
  return { file, findings: [refused, ...judgeText(file, text, today)], fixed: [] };
}

/** Why it could not be written, if so. */
function write(file: string, text: string): Finding | undefined {
  try {
    if (!statSync(file).isFile()) return unwritable(file, 'it is no regular file');
    writeFileSync(file, hasByteOrderMark(file) ? `\uFEFF${text}` : text);
    return undefined;
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    return unwritable(file, `the file cannot be written (${code})`);
  }
}

function unwritable(file: string, why: string): Finding {
  const message = `nothing was fixed, since ${why}. Give the path of a file that you may change, or leave --fix out`;
  return aboutFile('unwritable-file', file, message);
}

function aboutFile(rule: string, file: string, message: string): Finding {
  return { ...{ rule, level: 'error', file, line: 1, column: 1 }, path: '', message };
}

function hasByteOrderMark(file: string): boolean {
  return readFileSync(file)
    .subarray(0, 3)
    .equals(Buffer.from([0xef, 0xbb, 0xbf]));
}
