/** Declared deviations, added to a subject file and taken out of it as a person would: nothing else moves. */
import { isDeepStrictEqual } from 'node:util';
import { withEdits } from '../manifest/edit-for.js';
import { parseYaml } from '../parse-yaml.js';
import { type Declared, type DeclaredList, declaredLists } from '../subject.js';
import { SubjectFileError } from '../subject-file-error.js';
import type { SubjectInFile } from '../subject-in-file.js';
import { addition } from './addition.js';
import { NotChangeable } from './not-changeable.js';
import { removal } from './removal.js';

/** What is to change in one list. */
export interface ListChange {
  /** Put at the end, in this order. */
  add: readonly Declared[];
  /** By index in the list. `profiles`: the entry stays, but no longer for these. */
  remove: readonly { index: number; profiles?: readonly string[] }[];
}

export type DeclarationChanges = Partial<Record<DeclaredList, ListChange>>;

/**
 * The text of a subject file with these changes: comments, order, quotes and line ends of all else stay as they are.
 * Undefined where they cannot be made alone, as where an alias shares a list: a person has to.
 */
export function withDeclarations(text: string, changes: DeclarationChanges): string | undefined {
  try {
    const changed = declaredLists.reduce((current, list) => changedIn(current, list, changes[list]), text);
    // Whatever the edits came to: the file has to say what was meant, and nothing else.
    return isDeepStrictEqual(dataOf(changed), changedData(dataOf(text), changes)) ? changed : undefined;
  } catch (error) {
    if (error instanceof NotChangeable || error instanceof SubjectFileError) return undefined;
    throw error;
  }
}

/** What is added comes first, so that a list that loses all that it had keeps its form. */
function changedIn(text: string, list: DeclaredList, change: ListChange | undefined): string {
  const { add = [], remove = [] } = change ?? {};
  const longer = add.reduce((current, entry) => withEdits(current, addition(current, { list, entry })), text);
  return [...remove]
    .sort((a, b) => b.index - a.index)
    .flatMap(({ index, profiles = [undefined] }) => profiles.map((profile) => ({ list, index, profile })))
    .reduce((current, place) => withEdits(current, removal(current, place)), longer);
}

function dataOf(text: string): SubjectInFile {
  return parseYaml('', text).value as SubjectInFile;
}

function changedData(subject: SubjectInFile, changes: DeclarationChanges): SubjectInFile {
  const lists = declaredLists.flatMap((list) => {
    const change = changes[list];
    if (change === undefined || change.add.length + change.remove.length === 0) return [];
    const kept = (subject[list] ?? []).flatMap((entry, index) => {
      const gone = change.remove.find((one) => one.index === index);
      if (gone === undefined) return [entry];
      if (gone.profiles === undefined) return [];
      const profiles = [entry.profile ?? []].flat();
      return [{ ...entry, profile: profiles.filter((name) => !gone.profiles?.includes(name)) }];
    });
    return [[list, [...kept, ...change.add]]];
  });
  return { ...subject, ...Object.fromEntries(lists) };
}
