import { distance } from 'fastest-levenshtein';

/** `unknown fault "as-code-reusabel"; did you mean "as-code-reusable"?` — every closed list answers a typo like this. */
export function unknownName(kind: string, given: string, known: readonly string[]): string {
  // A name is short; a megabyte of text is only slow to compare.
  const shown = given.slice(0, 80);
  const [best] = [...known].sort((a, b) => distance(shown, a) - distance(shown, b));
  const suggestion = best === undefined ? 'none exist' : `did you mean "${best}"?`;
  return `unknown ${kind} "${shown}"; ${suggestion}`;
}

/** Wrong use of the mock's own options: told to the person who wrote them, never to an OAuth client. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
}
