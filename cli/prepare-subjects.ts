import { fileURLToPath } from 'node:url';
import picomatch from 'picomatch';
import { resolveEnvironment } from '../connection/environment.js';
import { loadSubject } from '../connection/load-subject.js';
import { nearest } from '../connection/nearest.js';
import type { Against, LoadedSubject, Subject } from '../connection/subject.js';
import { formatPath, type Problem, problemAt, SubjectFileError } from '../connection/subject-file-error.js';
import type { CatalogueEntry } from '../suites/catalogue.js';
import { UsageError } from './usage-error.js';

/** A subject file that was read and checked. */
export interface PreparedSubject {
  /** Unique in the run. */
  name: string;
  /** As the user named it; undefined for the built-in mock. */
  file: string | undefined;
  /** For places in the file. */
  loaded: LoadedSubject;
  /** As loaded, `${NAME}` still in it. */
  subject: Subject;
  /** With values from the environment: never written anywhere. */
  resolved: Subject;
  requirements: string[];
}

export interface Selection {
  only: string[];
  tier: 'core' | 'all';
  against: Against[] | undefined;
}

/** The subject that is judged when no file is given. */
export const builtInMock = fileURLToPath(new URL('../fixtures/subjects/mock.yaml', import.meta.url));

/** Reads and checks all files. Throws UsageError with everything that is wrong in any of them. */
export function prepareSubjects(
  files: readonly string[],
  selection: Selection,
  catalogue: readonly CatalogueEntry[],
): PreparedSubject[] {
  const chosen = chooseRequirements(selection, catalogue);
  const problems: string[] = [];
  const prepared: Omit<PreparedSubject, 'name'>[] = [];
  for (const file of files.length === 0 ? [undefined] : files) {
    try {
      prepared.push(prepare(file, selection, chosen, catalogue));
    } catch (error) {
      if (!(error instanceof SubjectFileError) && !(error instanceof UsageError)) throw error;
      problems.push(error.message);
    }
  }
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  const names = uniqueNames(prepared.map(({ loaded }) => loaded.name));
  return prepared.map((one, index) => ({ ...one, name: names[index] as string }));
}

function prepare(
  file: string | undefined,
  { against }: Selection,
  chosen: readonly CatalogueEntry[],
  catalogue: readonly CatalogueEntry[],
): Omit<PreparedSubject, 'name'> {
  const loaded = loadSubject(file ?? builtInMock);
  refuseUnknownIds(loaded, catalogue);
  const subject = against === undefined ? loaded.subject : { ...loaded.subject, against };
  const roles = rolesOf(subject);
  if (roles.length === 0)
    throw new UsageError(
      `${loaded.file}: has no "server" section, so there is nothing to run. Say there how to test the server`,
    );
  const requirements = chosen.filter(({ role }) => roles.includes(role)).map(({ id }) => id);
  if (requirements.length === 0)
    throw new UsageError(
      `${loaded.file}: none of the chosen requirements is one of ${roles.join(' or ')}, which the file enables`,
    );
  return { file, loaded, subject, resolved: resolveEnvironment(loaded), requirements };
}

/** Which suites a file enables (DESIGN §4). */
function rolesOf({ server }: Subject): string[] {
  return server === undefined ? [] : ['server', 'resource'];
}

function chooseRequirements(
  { only, tier }: Selection,
  catalogue: readonly CatalogueEntry[],
): CatalogueEntry[] {
  const ids = catalogue.map(({ id }) => id);
  for (const glob of only) {
    if (ids.some((id) => picomatch.isMatch(id, glob))) continue;
    throw new UsageError(
      `--only ${glob} matches no requirement${suggestion(glob, ids)}; "proofkey list" shows them all`,
    );
  }
  const named = only.length === 0 ? catalogue : catalogue.filter(({ id }) => picomatch.isMatch(id, only));
  const chosen = named.filter((entry) => tier === 'all' || entry.tier === 'core');
  if (chosen.length > 0) return chosen;
  throw new UsageError(
    `--only ${only.join(' ')} matches requirements of the extended tier only; add --tier all`,
  );
}

function refuseUnknownIds(loaded: LoadedSubject, catalogue: readonly CatalogueEntry[]): void {
  const ids = catalogue.map(({ id }) => id);
  const problems = (['fails', 'warns'] as const).flatMap((list) =>
    loaded.subject[list].flatMap(({ id }, index): Problem[] => {
      if (ids.includes(id)) return [];
      const path = [list, index, 'id'];
      return [problemAt(loaded.locate(path), path, `there is no requirement "${id}"${suggestion(id, ids)}`)];
    }),
  );
  if (problems.length > 0) throw new SubjectFileError(problems);
}

/** `; did you mean "…"?`, or nothing when no id is near. */
export function suggestion(word: string, ids: readonly string[]): string {
  const best = nearest(word, ids);
  return best === undefined ? '' : `; did you mean "${best}"?`;
}

/** The files' base names; where two are the same, the later ones get a number. */
function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  for (const name of names) {
    let unique = name;
    for (let number = 2; taken.has(unique); number++) unique = `${name}-${number}`;
    taken.add(unique);
  }
  return [...taken];
}

/** `subject.yaml:12:5 connection.auth.tokenUrl`, to begin a message with. */
export function fieldPlace(
  { loaded }: Pick<PreparedSubject, 'loaded'>,
  path: readonly (string | number)[],
): string {
  return `${loaded.locate(path)} ${formatPath(path)}`;
}
