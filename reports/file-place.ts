import type { RequirementResult } from '../fixtures/verdict/result.js';
import type { Finding } from '../fixtures/verdict/verdict.js';
import type { SubjectResults } from '../results/run-results.js';
import { declarationOf } from './standing.js';

/** A position in a subject file; line and column count from 1. */
export interface FilePlace {
  file: string;
  line: number;
  column: number;
}

/** Where to look in the subject file for what a finding is about; undefined for subjects that no file describes. */
export function placeOfFinding(
  { id }: RequirementResult,
  subject: SubjectResults,
  { drift }: Pick<Partial<Finding>, 'drift'> = {},
): FilePlace | undefined {
  const { file, places = {} } = subject;
  if (file === undefined) return undefined;
  const known = [drift?.place, declarationOf(id, subject)?.place, places[sectionOf(id)]];
  return firstOf([...known, ...Object.values(places)]) ?? { file, line: 1, column: 1 };
}

/** Which section of a subject file a requirement judges: a resource stands in that of the server which guards it. */
export function sectionOf(id: string): 'client' | 'connection' | 'server' {
  const [role] = id.split('/');
  return role === 'client' || role === 'connection' ? role : 'server';
}

/** Where a declaration stands; the file's first line for one that stands in none of it (a provider profile's). */
export function placeOfEntry(place: string | undefined, { file }: SubjectResults): FilePlace | undefined {
  if (file === undefined) return undefined;
  return firstOf([place]) ?? { file, line: 1, column: 1 };
}

/** `file:line:column`; the file's name may hold colons itself. */
function firstOf(places: readonly (string | undefined)[]): FilePlace | undefined {
  for (const place of places) {
    const [, file, line, column] = /^(.*):(\d+):(\d+)$/s.exec(place ?? '') ?? [];
    if (file !== undefined) return { file, line: Number(line), column: Number(column) };
  }
  return undefined;
}
