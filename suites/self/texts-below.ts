import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below a folder, by path. */
export function textsBelow(folder: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    try {
      texts.set(path, readFileSync(path, 'latin1'));
    } catch {
      // A temporary file that is gone again.
    }
  }
  return texts;
}
