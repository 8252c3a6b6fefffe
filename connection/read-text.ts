import { closeSync, openSync, readSync } from 'node:fs';
import { type Problem, SubjectFileError } from './subject-file-error.js';

const maximumBytes = 1024 * 1024;

/** The text of a subject file without its byte order mark. Throws SubjectFileError when there is none to be had. */
export function readText(file: string): string {
  const bytes = readBounded(file);
  if (bytes.length > maximumBytes) {
    throw unreadable(
      file,
      'the file is larger than 1 MiB: a subject file is a page of settings, so this is probably another file. Give the path of the subject file',
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(file, 'the file is not UTF-8 text, the only encoding that is read. Save it as UTF-8');
  }
}

/** One byte more than allowed at the most, so that a pipe or a device cannot fill the memory. */
function readBounded(file: string): Buffer {
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
    throw unreadable(file, unreadableReason(error));
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function unreadableReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'there is no such file. Give the path of a subject file; docs/subject-file.md has an example';
    case 'EISDIR':
      return 'this is a directory, and a subject is one file. Give the path of the YAML file in it';
    case 'EACCES':
    case 'EPERM':
      return 'the file may not be read by this user. Change its permissions';
    default:
      return `the file cannot be read (${code}). Give the path of a readable subject file`;
  }
}

function unreadable(file: string, message: string): SubjectFileError {
  const problem: Problem = { file, line: 1, column: 1, path: '', message };
  return new SubjectFileError([problem]);
}
