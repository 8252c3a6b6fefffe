import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * The files that words of the command line name: a directory stands for the YAML and JSON files in it, not for those
 * further below. Each comes once. A directory without such a file stands for itself, and so does what is not there.
 */
export function namedFiles(words: readonly string[]): string[] {
  const files = words.flatMap((word) => {
    const inside = isDirectory(word) ? manifestsIn(word) : [];
    return inside.length > 0 ? inside : [word];
  });
  const first = new Map<string, string>();
  for (const file of files) if (!first.has(resolve(file))) first.set(resolve(file), file);
  return [...first.values()];
}

export function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // Reading it will tell why.
    return false;
  }
}

function manifestsIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory() && /^[^.].*\.(ya?ml|json)$/i.test(entry.name))
      .map(({ name }) => join(folder, name))
      .sort();
  } catch {
    // Reading it will tell why.
    return [];
  }
}
