import { closest, distance } from 'fastest-levenshtein';

/** The candidate that someone who wrote `word` most likely meant, or undefined when none is close. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  // A spelling mistake is short; comparing a megabyte of text with each candidate is only slow.
  if (candidates.length === 0 || word.length > 64) return undefined;
  const key = simplify(word);
  const byKey = new Map(candidates.map((candidate) => [simplify(candidate), candidate]));
  const found = closest(key, [...byKey.keys()]);
  return distance(key, found) <= Math.ceil(key.length / 3) ? byKey.get(found) : undefined;
}

/** `token_url`, `token-url` and `tokenURL` are one word to the person who types them. */
function simplify(word: string): string {
  return word.toLowerCase().replaceAll(/[\s_-]/g, '');
}
