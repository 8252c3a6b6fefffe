import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import picomatch from 'picomatch';
import { resolveEnvironment } from '../connection/environment.js';
import { loadSubject, type SubjectWithText } from '../connection/load-subject.js';
import { nearest } from '../connection/nearest.js';
import { type Against, declaredLists, type LoadedSubject, type Subject } from '../connection/subject.js';
import { formatPath, type Problem, problemAt, SubjectFileError } from '../connection/subject-file-error.js';
import type { CatalogueEntry } from '../suites/catalogue.js';
import { UsageError } from './usage-error.js';

/** A subject file that was read and checked. */
export interface PreparedSubject {
  /** Unique in the run. */
  name: string;
  /** As the user named it; undefined for the built-in subjects. */
  file: string | undefined;
  /** Of the file, absolute: relative paths in it start there. */
  folder: string;
  /** For places in the file. */
  loaded: SubjectWithText;
  /** As loaded, `${NAME}` still in it. */
  subject: Subject;
  /** With values from the environment: never written anywhere. */
  resolved: Subject;
  /** The client by its own name, and the provider persona that it meets. */
  meets?: { client: string; profile: string; from: string };
  requirements: string[];
}

export interface Selection {
  only: string[];
  tier: 'core' | 'all';
  against: Against[] | undefined;
  /** A person drives the clients. */
  interactive: boolean;
}

/** The subjects that are judged when no file is given: each proves the suites of its half right. */
export const builtInMock = builtIn('../fixtures/subjects/mock.yaml');
export const builtInClient = builtIn('../fixtures/clients/reference.yaml');

/** A subject that no file describes: the built-in mock. */
export function builtInSubject(server: NonNullable<Subject['server']>): Subject {
  return { version: 1, against: ['oauth2.0'], server, fails: [], warns: [] };
}

function builtIn(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

/** Reads and checks all files. Throws UsageError with everything that is wrong in any of them. */
export function prepareSubjects(
  files: readonly string[],
  selection: Selection,
  catalogue: readonly CatalogueEntry[],
): PreparedSubject[] {
  const chosen = chooseRequirements(selection, catalogue);
  if (files.length === 0) return prepareBuiltIn(selection, chosen, catalogue);
  const problems: string[] = [];
  const prepared: Prepared[] = [];
  for (const file of files) {
    try {
      const one = prepare(file, selection, catalogue);
      prepared.push({ ...one, file, requirements: requirementsOf(one, chosen) });
    } catch (error) {
      if (!(error instanceof SubjectFileError) && !(error instanceof UsageError)) throw error;
      problems.push(error.message);
    }
  }
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  if (selection.interactive) refuseWithoutClient(prepared);
  refuseSharedIssuer(prepared);
  const names = uniqueNames(prepared.map(({ loaded }) => loaded.name));
  return prepared.map((one, index) => ({ ...one, name: names[index] as string }));
}

type Prepared = Omit<PreparedSubject, 'name'>;
type Read = Omit<Prepared, 'file' | 'requirements'>;

/** Both, or the one that the chosen requirements are about. */
function prepareBuiltIn(
  selection: Selection,
  chosen: readonly CatalogueEntry[],
  catalogue: readonly CatalogueEntry[],
): PreparedSubject[] {
  if (selection.interactive)
    throw new UsageError(
      '--interactive needs a subject file with a "client" section, which says who drives what: the built-in ' +
        'reference client is driven by a program. The shortest file is: { version: 1, client: {} }',
    );
  // Those of a connection are about a manifest that a product ships, and nobody ships the mock's.
  const rows = chosen.filter(({ role }) => role !== 'connection');
  if (rows.length === 0)
    throw new UsageError(
      'the chosen requirements compare a connection manifest with its server, and the built-in mock has none. Give a ' +
        'subject file with "connection" and "server"; docs/checking-a-connection.md has an example',
    );
  return [builtInMock, builtInClient]
    .map((path) => prepare(path, selection, catalogue))
    .map((one) => ({ ...one, name: one.loaded.name, file: undefined, requirements: rowsFor(one, rows) }))
    .filter(({ requirements }) => requirements.length > 0);
}

function prepare(
  path: string,
  { against, interactive }: Selection,
  catalogue: readonly CatalogueEntry[],
): Read {
  const loaded = loadSubject(path, { interactive });
  refuseUnknownIds(loaded, catalogue);
  refuseCriticalFlaky(loaded, catalogue);
  const subject = against === undefined ? loaded.subject : { ...loaded.subject, against };
  return { folder: dirname(resolve(path)), loaded, subject, resolved: resolveEnvironment(loaded) };
}

/** Which of the chosen requirements a file enables. */
function requirementsOf(one: Read, chosen: readonly CatalogueEntry[]): string[] {
  const { file } = one.loaded;
  const roles = rolesOf(one.subject);
  if (roles.length === 0)
    throw new UsageError(
      `${file}: has neither a "server" nor a "client" section, so there is nothing to run. Say in one of them how to test it`,
    );
  const requirements = rowsFor(one, chosen);
  if (requirements.length > 0) return requirements;
  throw new UsageError(
    `${file}: none of the chosen requirements is one of ${roles.join(' or ')}, which the file enables`,
  );
}

function rowsFor({ subject }: Read, chosen: readonly CatalogueEntry[]): string[] {
  const roles = rolesOf(subject);
  return chosen.filter(({ role }) => roles.includes(role)).map(({ id }) => id);
}

/** Which suites a file enables (DESIGN §4). */
function rolesOf({ connection, server, client }: Subject): string[] {
  return [
    ...(connection === undefined || server === undefined ? [] : ['connection']),
    ...(server === undefined ? [] : ['server', 'resource']),
    ...(client === undefined ? [] : ['client']),
  ];
}

function refuseWithoutClient(subjects: readonly Prepared[]): void {
  if (subjects.some(({ subject }) => subject.client !== undefined)) return;
  throw new UsageError(
    `${subjects.map(({ loaded }) => loaded.file).join(', ')}: --interactive is for files with a "client" section, ` +
      'and there is none. Add "client: {}", or leave --interactive out',
  );
}

/** Subjects are judged side by side, and the mock can listen at an address once. */
function refuseSharedIssuer(subjects: readonly Prepared[]): void {
  const taken = new Map<string, Prepared>();
  const path = ['client', 'issuer'];
  for (const one of subjects) {
    const { issuer } = one.subject.client ?? {};
    if (issuer === undefined) continue;
    const { port } = new URL(issuer);
    const other = taken.get(port);
    if (other !== undefined)
      throw new UsageError(
        `${fieldPlace(one, path)}: is on the same port as that of ${fieldPlace(other, path)}, where the mock cannot ` +
          'listen for both at a time. Judge the two in runs of their own, or choose another port',
      );
    taken.set(port, one);
  }
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
  const problems = declaredLists.flatMap((list) =>
    (loaded.subject[list] ?? []).flatMap(({ id }, index): Problem[] => {
      if (ids.includes(id)) return [];
      const path = [list, index, 'id'];
      return [problemAt(loaded.locate(path), path, `there is no requirement "${id}"${suggestion(id, ids)}`)];
    }),
  );
  if (problems.length > 0) throw new SubjectFileError(problems);
}

/** Whatever its verdict is, a flaky requirement makes no run red: too much to grant where everything is at stake. */
function refuseCriticalFlaky(loaded: LoadedSubject, catalogue: readonly CatalogueEntry[]): void {
  const critical = new Set(catalogue.filter(({ severity }) => severity === 'critical').map(({ id }) => id));
  const problems = (loaded.subject.flaky ?? []).flatMap(({ id }, index): Problem[] => {
    if (!critical.has(id)) return [];
    const path = ['flaky', index, 'id'];
    const message = `${id} is of critical severity, and a hole that shows now and then is one. Find what makes it come and go, or declare it under "fails" with a date`;
    return [problemAt(loaded.locate(path), path, message)];
  });
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
