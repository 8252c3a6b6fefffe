import { nearest } from '../connection/nearest.js';

/** Names up to so many are told all; a list that is longer is not read. */
const readable = 40;

/** `unknown fault "as-code-reusabel"; did you mean "as-code-reusable"?` — every closed list answers a typo like this. */
export function unknownName(kind: string, given: string, known: readonly string[]): string {
  return `unknown ${kind} "${given.slice(0, 80)}"; ${instead(given, known)}`;
}

function instead(given: string, known: readonly string[]): string {
  const meant = nearest(given, known);
  if (meant !== undefined) return `did you mean "${meant}"?`;
  if (known.length === 0) return 'none exist';
  return known.length <= readable
    ? `known: ${known.join(', ')}`
    : `none of the ${known.length} known is like it`;
}

/** Wrong use of the mock's own options: told to the person who wrote them, never to an OAuth client. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
}
