import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** The repository; tests of sources run in it, never in the installed package. */
export const root = resolve(import.meta.dirname, '..', '..', '..');

/** Paths of source files below a folder, relative to the repository, with forward slashes. */
export function sourcesIn(folder: string, ending = '.ts'): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending) && !path.endsWith('.d.ts'))
    .map((path) => `${folder}/${path.replaceAll(sep, '/')}`)
    .sort();
}

export function readSource(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** What a source imports from the repository, as paths relative to it. Imports of types count. */
export function importsOf(path: string): string[] {
  const specifiers = [...readSource(path).matchAll(/(?:\bfrom|\bimport\(|^import)\s*'(\.[^']+)'/gm)];
  return specifiers.map(([, specifier]) =>
    relative(root, resolve(root, dirname(path), specifier as string)).replaceAll(sep, '/'),
  );
}
