import type { Declared } from '../../connection/subject.js';
import type { ListChange } from '../../connection/write-back/change-declarations.js';
import { declarationDifference } from '../../results/declaration-changes.js';
import type { SubjectResults } from '../../results/run-results.js';
import type { PreparedSubject } from '../prepare-subjects.js';

const lists = ['fails', 'warns'] as const;
type List = (typeof lists)[number];

export type FileChanges = Record<List, ListAndEntries>;

interface ListAndEntries extends ListChange {
  /** What is removed, as the file has it. */
  removed: readonly Declared[];
}

interface Judged {
  prepared: PreparedSubject;
  results: SubjectResults;
}

/** What to change in a file of which these are all subjects: one, or a client with each persona that it met. */
export function changesOf(subjects: readonly Judged[], day: string): FileChanges {
  const differences = subjects.map(({ prepared, results }) => ({
    prepared,
    profile: results.meets?.profile,
    ...declarationDifference(results, day),
  }));
  const entries = subjects[0]?.prepared.loaded.subject;
  const changesIn = (list: List): ListAndEntries => {
    const gone = differences.flatMap(({ prepared, remove, profile }) =>
      remove.flatMap(({ list: from, entry: { id } }) =>
        from === list ? indexOf(prepared, list, id, profile).map((index) => ({ index, profile })) : [],
      ),
    );
    const added = differences.flatMap(({ add, profile }) =>
      add.filter((one) => one.list === list).map(({ id }) => ({ id, profile })),
    );
    const remove = removals(gone, entries?.[list] ?? []);
    const removed = remove.map(({ index, profiles }) => ({
      ...(entries?.[list][index] as Declared),
      ...(profiles === undefined ? {} : { profile: [...profiles] }),
    }));
    return { add: additions(added, day), remove, removed };
  };
  return { fails: changesIn('fails'), warns: changesIn('warns') };
}

export function nothing(changes: FileChanges): boolean {
  return lists.every((list) => changes[list].add.length + changes[list].remove.length === 0);
}

/** A line for each entry that comes or goes. */
export function toldChanges(changes: FileChanges): string {
  const line =
    (sign: string, list: List) =>
    ({ id, profile = [] }: Declared) =>
      [
        `  ${sign} ${list}`,
        id,
        ...(profile.length === 0 ? [] : [`(profile ${[profile].flat().join(', ')})`]),
      ].join(' ');
  const added = lists.flatMap((list) => changes[list].add.map(line('+', list)));
  const removed = lists.flatMap((list) => changes[list].removed.map(line('-', list)));
  const wanted =
    added.length === 0 ? [] : ['  Each new entry wants its reason, and best an owner and a date (until).'];
  return [...added, ...removed, ...wanted].join('\n');
}

/** One entry for each requirement, with the personas under which it was found. */
function additions(found: readonly { id: string; profile: string | undefined }[], day: string): Declared[] {
  return [...new Set(found.map(({ id }) => id))].sort().map((id) => {
    const profiles = [...new Set(found.flatMap((one) => (one.id === id ? (one.profile ?? []) : [])))];
    const [only] = profiles;
    return {
      id,
      ...(only === undefined ? {} : { profile: profiles.length === 1 ? only : profiles }),
      reason: `found by proofkey on ${day}; say why it is so`,
    };
  });
}

/** Entries of which nothing is left, and personas that leave an entry with others. */
function removals(
  gone: readonly { index: number; profile: string | undefined }[],
  entries: readonly Declared[],
): ListChange['remove'] {
  return [...new Set(gone.map(({ index }) => index))].map((index) => {
    const profiles = gone.flatMap((one) => (one.index === index ? (one.profile ?? []) : []));
    const left = [entries[index]?.profile ?? []].flat().filter((name) => !profiles.includes(name));
    return left.length === 0 ? { index } : { index, profiles: [...new Set(profiles)] };
  });
}

/** Where an entry stands in the file; nowhere if a built-in profile declares it. */
function indexOf({ loaded }: PreparedSubject, list: List, id: string, profile: string | undefined): number[] {
  const index = loaded.subject[list].findIndex(
    (entry) =>
      entry.id === id &&
      (profile === undefined ? entry.profile === undefined : [entry.profile].flat().includes(profile)),
  );
  return index === -1 ? [] : [index];
}
