import { isAbsolute, relative, resolve, sep } from 'node:path';

/** A file's path as machines that read the report look for it: from `folder` on, with forward slashes. */
export function pathFrom(folder: string, file: string): string {
  const path = relative(folder, resolve(folder, file));
  // Another drive, on Windows.
  return (isAbsolute(path) ? resolve(folder, file) : path).replaceAll(sep, '/');
}
