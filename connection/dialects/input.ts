import { extname } from 'node:path';
import { ImportError } from './import-error.js';
import { objectsIn, parseJson, parseYamlData, refuseLarge } from './parse-data.js';
import { Source } from './source/source.js';

/** What was given, read but not understood yet. */
export type Input =
  /** `objects`: each in the data, outermost first. */
  | { file: string; data: unknown; objects: readonly object[]; source?: never }
  | { file: string; source: Source; data?: never; objects?: never };

const sourceEndings = new Set(['.js', '.mjs', '.cjs', '.jsx', '.ts', '.mts', '.cts', '.tsx']);

/** By the ending of the file's name; without a known one, by what the text can be read as. Throws ImportError. */
export async function readInput(file: string, rawText: string): Promise<Input> {
  const text = rawText.startsWith('\uFEFF') ? rawText.slice(1) : rawText;
  if (text.trim() === '') throw new ImportError(`${file} is empty, so there is nothing to import`);
  try {
    const ending = extname(file).toLowerCase();
    if (sourceEndings.has(ending)) return { file, source: await Source.parse(file, text) };
    if (ending === '.json') return ofData(file, parseJson(file, text));
    if (ending === '.yaml' || ending === '.yml') return ofData(file, parseYamlData(file, text));
    return await readAnything(file, text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ImportError(
      `${file} is nested too deeply to be read. Give the connection in a file of its own`,
    );
  }
}

/** YAML before source text: `key: value` is a labelled statement in JavaScript. */
async function readAnything(file: string, text: string): Promise<Input> {
  const json = attempt(() => parseJson(file, text));
  if (isStructure(json)) return ofData(file, json);
  const yaml = attempt(() => parseYamlData(file, text));
  if (isStructure(yaml)) return ofData(file, yaml);
  refuseLarge(file, text, 'source');
  try {
    return { file, source: await Source.parse(file, text) };
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    throw new ImportError(
      `${file} is neither JSON nor YAML nor JavaScript or TypeScript. Call it .json, .yaml or .ts to see what is wrong with it as such`,
    );
  }
}

function ofData(file: string, data: unknown): Input {
  return { file, data, objects: objectsIn(data) };
}

function attempt(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (error instanceof ImportError) return undefined;
    throw error;
  }
}

function isStructure(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
