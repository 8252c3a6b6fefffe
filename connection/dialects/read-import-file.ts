import { closeSync, openSync, readSync } from 'node:fs';
import { ImportError } from './import-error.js';
import { maximumCharacters } from './parse-data.js';

/** The text of a file that is to be imported, or of standard input for `-`. Throws ImportError. */
export function readImportFile(file: string): string {
  const bytes = readBounded(file);
  if (bytes.length > maximumCharacters.json)
    throw new ImportError(
      `${file} is larger than the ${maximumCharacters.json / 1024 / 1024} MiB that are read. Give the part with the connection in a file of its own`,
    );
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ImportError(`${file} is not UTF-8 text, the only encoding that is read. Save it as UTF-8`);
  }
}

/** One byte more than allowed at the most, so that a pipe or a device cannot fill the memory. */
function readBounded(file: string): Buffer {
  let descriptor: number | undefined;
  try {
    descriptor = file === '-' ? 0 : openSync(file, 'r');
    const chunks: Buffer[] = [];
    for (let length = 0; length <= maximumCharacters.json; ) {
      const chunk = Buffer.allocUnsafe(64 * 1024);
      const count = readSync(descriptor, chunk);
      if (count === 0) break;
      chunks.push(chunk.subarray(0, count));
      length += count;
    }
    return Buffer.concat(chunks);
  } catch (error) {
    throw new ImportError(`${file} cannot be read: ${reasonOf((error as NodeJS.ErrnoException).code)}`);
  } finally {
    if (descriptor !== undefined && descriptor !== 0) closeSync(descriptor);
  }
}

function reasonOf(code: string | undefined): string {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'there is no such file';
    case 'EISDIR':
      return 'it is a directory. Give the path of a file in it';
    case 'EACCES':
    case 'EPERM':
      return 'this user may not read it';
    default:
      return code ?? 'for an unknown reason';
  }
}
