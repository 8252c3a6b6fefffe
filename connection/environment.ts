import { environmentReference, isCredentialPath, mapTexts } from './environment-references.js';
import type { LoadedSubject, Subject } from './subject.js';
import { type Path, type Problem, problemAt, SubjectFileError } from './subject-file-error.js';

/**
 * A copy of the subject with `${NAME}` replaced in credential and login fields. Throws SubjectFileError with one
 * problem for each variable that is unset or empty, and for a `privateKey` text that is not a JSON object. What a
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
      if (found !== undefined && found !== '') return found;
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
