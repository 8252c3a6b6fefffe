import { closeSync, openSync, readSync } from 'node:fs';
import { type Problem, SubjectFileError } from './subject-file-error.js';

const maximumBytes = 1024 * 1024;

/** What a file should have been, for messages. */
export interface FileKind {
  name: string;
  /** The page that has an example. */
  docs: string;
}

const subjectFile: FileKind = { name: 'subject file', docs: 'docs/subject-file.md' };

/** Nothing could be read: no such file, a directory, no permission. */
export class UnreadableFileError extends SubjectFileError {}

/**
 * The text of a YAML file without its byte order mark. Throws UnreadableFileError when the file cannot be read, and
 * SubjectFileError when it is too large or not UTF-8.
 */
export function readText(file: string, kind: FileKind = subjectFile): string {
  const bytes = readBounded(file, kind);
  if (bytes.length > maximumBytes) {
    const message = `the file is larger than 1 MiB: a ${kind.name} is a page of settings, so this is probably another file. Give the path of the ${kind.name}`;
    throw new SubjectFileError([problem(file, message)]);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const message = 'the file is not UTF-8 text, the only encoding that is read. Save it as UTF-8';
    throw new SubjectFileError([problem(file, message)]);
  }
}

/** One byte more than allowed at the most, so that a pipe or a device cannot fill the memory. */
function readBounded(file: string, kind: FileKind): Buffer {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    const chunks: Buffer[] = [];
    for (let length = 0; length <= maximumBytes; ) {
      const chunk = Buffer.allocUnsafe(Math.min(16 * 1024, maximumBytes + 1 - length));
      const count = readSync(descriptor, chunk);
      if (count === 0) break;
      chunks.push(chunk.subarray(0, count));
      length += count;
    }
    return Buffer.concat(chunks);
  } catch (error) {
    throw new UnreadableFileError([problem(file, unreadableReason(error, kind))]);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function unreadableReason(error: unknown, { name, docs }: FileKind): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return `there is no such file. Give the path of a ${name}; ${docs} has an example`;
    case 'EISDIR':
      return `this is a directory, and a ${name} is one file. Give the path of the YAML file in it`;
    case 'EACCES':
    case 'EPERM':
      return 'the file may not be read by this user. Change its permissions';
    default:
      return `the file cannot be read (${code}). Give the path of a readable ${name}`;
  }
}

function problem(file: string, message: string): Problem {
  return { file, line: 1, column: 1, path: '', message };
}
