import { basename, dirname, parse, resolve } from 'node:path';
import { applyDefaults } from './apply-defaults.js';
import { drivenByHand } from './driven-by-hand.js';
import { parseYaml } from './parse-yaml.js';
import { readText } from './read-text.js';
import type { LoadedSubject } from './subject.js';
import { type Path, problemAt, SubjectFileError } from './subject-file-error.js';
import type { SubjectInFile } from './subject-in-file.js';
import { subjectRules } from './subject-rules/index.js';
import type { Objection } from './subject-rules/rule.js';
import { validateShape } from './validate-shape.js';

export { formatProblem, type Problem, SubjectFileError } from './subject-file-error.js';

export interface LoadOptions {
  /** Tells which declared deviations have expired. */
  clock?: () => Date;
  /** A person drives the client, whatever driver the file has for it. */
  interactive?: boolean;
}

/**
 * Reads and checks a subject file. Neither the environment nor the network is touched.
 * Throws SubjectFileError, which lists everything that is wrong.
 */
export function loadSubject(
  file: string,
  { clock = () => new Date(), interactive = false }: LoadOptions = {},
): LoadedSubject {
  const { value, positionOf } = parseYaml(file, readText(file));
  const locate = (path: Path): string => {
    const { line, column } = positionOf(path);
    return `${file}:${line}:${column}`;
  };
  const refuse = (objections: readonly Objection[]): void => {
    if (objections.length === 0) return;
    throw new SubjectFileError(objections.map(({ path, message }) => problemAt(locate(path), path, message)));
  };
  refuse(validateShape(value).objections);
  // Rules rely on the shape, so they wait until it is right.
  const inFile = value as SubjectInFile;
  const subject = interactive ? drivenByHand(inFile) : inFile;
  const today = clock().toISOString().slice(0, 10);
  refuse(Object.values(subjectRules).flatMap((rule) => rule.check({ subject, today })));
  return { file, name: nameOf(file), subject: applyDefaults(subject), locate };
}

/** The file's name; where that is merely `subject`, its folder's. */
function nameOf(file: string): string {
  const { name } = parse(file);
  return name === 'subject' ? basename(dirname(resolve(file))) : name;
}
