import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';

const folder = new URL('./', import.meta.url);

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.js': 'text/javascript; charset=utf-8',
};

let known: readonly string[] | undefined;

/** What the page consists of; read when it is first asked for, so that it costs nothing at start. */
export function consoleFileNames(): readonly string[] {
  known ??= readdirSync(folder).filter((name) => /^[a-z-]+(\.html|\.css|\.svg|\.browser\.js)$/.test(name));
  return known;
}

/** One of `consoleFileNames`. */
export async function consoleFile(name: string): Promise<{ type: string; content: Buffer }> {
  return {
    type: types[extname(name)] as string,
    content: await readFile(new URL(name, folder)),
  };
}
