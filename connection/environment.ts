import {
  environmentReference,
  isCredentialPath,
  isTemplatedPath,
  mapTexts,
  textsOf,
} from './environment-references.js';
import type { LoadedSubject, Subject } from './subject.js';
import { type Path, type Problem, problemAt, SubjectFileError } from './subject-file-error.js';

/**
 * A copy of the subject with `${NAME}` replaced wherever it may stand. Throws SubjectFileError with one problem for each variable that is unset or empty, and for a `privateKey` text that is not a JSON object. What a
 * variable holds is not expanded again.
 */
export function resolveEnvironment(loaded: LoadedSubject, env: NodeJS.ProcessEnv = process.env): Subject {
  const problems: Problem[] = [];
  const report = (path: Path, message: string): void => {
    problems.push(problemAt(loaded.locate(path), path, message));
  };
  const resolved = mapTexts(loaded.subject, (text, path) => {
    if (!isCredentialPath(path)) return text;
    const value = text.replaceAll(environmentReference, (reference, name: string) => {
      const found = Object.hasOwn(env, name) ? env[name] : undefined;
      if (found !== undefined && found !== '') return isTemplatedPath(path) ? asWritten(found) : found;
      report(path, unsetMessage(name, found, loaded.file));
      return reference;
    });
    if (value !== text && path.length === 4 && path[3] === 'privateKey' && !isJsonObject(value)) {
      report(path, privateKeyMessage);
    }
    return value;
  });
  if (problems.length > 0) throw new SubjectFileError(problems);
  return resolved as Subject;
}

/** For a text with placeholders: `{{name}}` there is `{name}` itself. */
function asWritten(value: string): string {
  return value.replaceAll(/\{(\w+)\}/g, '{{$1}}');
}

const privateKeyMessage =
  'the variable does not hold a private key as a JWK in JSON, so nothing can be signed with it. Set it to one line like {"kty":"EC","crv":"P-256",…,"d":"…"}';

function unsetMessage(name: string, found: string | undefined, file: string): string {
  const state = found === undefined ? 'is not set' : 'is empty';
  return `the environment variable ${name} ${state}, so this field has no value; set ${name}, for example: ${name}=… npx proofkey run ${file}`;
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** Texts into which values of the environment were put, by the name of their field: nothing may show them. */
export function environmentValues(asWritten: unknown, resolved: unknown): { name: string; value: string }[] {
  const written = textsOf(asWritten);
  return textsOf(resolved).flatMap(({ path, text }, index) =>
    text === written[index]?.text ? [] : [{ name: String(path.at(-1)), value: text }],
  );
}
