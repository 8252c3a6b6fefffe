import { closeSync, fstatSync, openSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { formatPath, quote } from '../connection/subject-file-error.js';
import type { RunResults, SubjectResults } from './run-results.js';

/** A file that holds no results. Its message is for the user as it stands: which file, what is wrong, what to do. */
export class ResultsFileError extends Error {
  override readonly name = 'ResultsFileError';
}

/** What one run with a hundred subjects writes is a tenth of it. */
const maximumBytes = 256 * 1024 * 1024;

const again = 'Make it again with "proofkey run", and change nothing in it';

/**
 * The results that a file holds, or the `results.json` in a folder. Whoever wrote it, it is as its schema says, and no
 * name and no requirement comes twice. Throws ResultsFileError.
 */
export function readResults(path: string): RunResults {
  const file = isFolder(path) ? join(path, 'results.json') : path;
  const refuse = (why: string): never => {
    throw new ResultsFileError(`${file}: ${why}`);
  };
  const value = parsed(textOf(file, refuse), refuse);
  const { schema, tool } = (value ?? {}) as Partial<RunResults>;
  if (tool?.name !== 'proofkey')
    return refuse(
      'this is no results.json of proofkey. Give the path of one, or of the folder that a run had as --out',
    );
  if (schema !== 1) {
    const version = typeof schema === 'number' ? schema : quote(String(schema));
    return refuse(
      `its format is version ${version} (proofkey ${quote(String(tool.version))}), and this proofkey reads version 1. Use the same version of proofkey for both`,
    );
  }
  const [error] = errorsIn(value);
  if (error !== undefined) return refuse(`${toldError(error)}. ${again}`);
  const run = value as RunResults;
  const twice = repeated(run.subjects);
  return twice === undefined ? run : refuse(`${twice}. ${again}`);
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // Reading it will tell why.
    return false;
  }
}

type Refuse = (why: string) => never;

function textOf(file: string, refuse: Refuse): string {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    const status = fstatSync(descriptor);
    if (!status.isFile()) return refuse('this is no regular file. Give the path of a results.json');
    if (status.size > maximumBytes) return refuse('the file is larger than 256 MiB, which no run writes');
    return readFileSync(descriptor, 'utf8');
  } catch (error) {
    if (error instanceof ResultsFileError) throw error;
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      return refuse(
        'there is no such file. "proofkey run" writes it into the folder that --out names (reports/out)',
      );
    return refuse(`the file cannot be read (${code}). Give the path of a results.json that may be read`);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function parsed(text: string, refuse: Refuse): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse(
      'this is not JSON, so it is no results.json, or one that was cut off. Give the path of one, or of the folder that a run had as --out',
    );
  }
}

const load = createRequire(import.meta.url);

function errorsIn(value: unknown): ErrorObject[] {
  const validate = load('./results.validate.cjs') as ValidateFunction;
  return validate(value) ? [] : (validate.errors ?? []);
}

function toldError({ instancePath, message = 'is not valid', params }: ErrorObject): string {
  const steps = instancePath
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')));
  const key: unknown = params.additionalProperty;
  const which = typeof key === 'string' ? `: ${quote(key)}` : '';
  return `it is not as results.schema.json says, ${formatPath(steps) || 'at the top'} ${message}${which}`;
}

/** What the schema cannot say. */
function repeated(subjects: readonly SubjectResults[]): string | undefined {
  const name = firstTwice(subjects.map((subject) => subject.name));
  if (name !== undefined) return `the subject ${quote(name)} is in it twice`;
  for (const subject of subjects) {
    const id = firstTwice(subject.requirements.map((result) => result.id));
    if (id !== undefined) return `the subject ${quote(subject.name)} has ${id} twice`;
  }
  return undefined;
}

function firstTwice(texts: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return texts.find((text) => seen.size === seen.add(text).size);
}
