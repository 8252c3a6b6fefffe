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
  /** A person drives the client, whatever driver the file has for it. */
  interactive?: boolean;
}

/** A subject with the text of its file. */
export interface SubjectWithText extends LoadedSubject {
  /** As it was read, without byte order mark. */
  text: string;
}

/**
 * Reads and checks a subject file. Neither the environment nor the network is touched. What has expired by now is left to
 * who judges it by a day. Throws SubjectFileError, which lists everything that is wrong.
 */
export function loadSubject(file: string, { interactive = false }: LoadOptions = {}): SubjectWithText {
  const text = readText(file);
  const { value, positionOf } = parseYaml(file, text);
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
  refuse(Object.values(subjectRules).flatMap((rule) => rule.check({ subject })));
  return { file, name: nameOf(file), subject: applyDefaults(subject), text, locate };
}

/** The file's name; where that is merely `subject`, its folder's. */
function nameOf(file: string): string {
  const { name } = parse(file);
  return name === 'subject' ? basename(dirname(resolve(file))) : name;
}
