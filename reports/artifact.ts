import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where a report's paths start. */
export interface Folders {
  /** Folder that the command was given in, absolute: relative names of files start there. */
  folder: string;
  /** Folder that machines which read the report start from: the repository's in CI. The same as `folder` where it is not given. */
  root?: string;
}

/** A file's path as machines that read the report look for it, with forward slashes. */
export function pathFrom({ folder, root = folder }: Folders, file: string): string {
  const absolute = resolve(folder, file);
  const path = relative(root, absolute);
  // Another drive, on Windows.
  return (isAbsolute(path) ? absolute : path).replaceAll(sep, '/');
}

/** A file as SARIF names it. Below the root: relative to it, so that the report means the same on another machine. */
export function artifactLocation(folders: Folders, file: string): { uri: string; uriBaseId?: string } {
  const path = pathFrom(folders, file);
  if (path.startsWith('../') || /^([a-z]:)?\//i.test(path))
    return { uri: pathToFileURL(resolve(folders.folder, file)).href };
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}
