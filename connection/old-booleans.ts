import { quote } from './subject-file-error.js';

/** YAML 1.1 had many words for each; YAML 1.2 has one. */
const oldBooleans: Record<string, string> = {
  yes: 'true',
  y: 'true',
  on: 'true',
  no: 'false',
  n: 'false',
  off: 'false',
};

/** `true` or `false`, where a text is another word for it. */
export function meantBoolean(value: unknown): string | undefined {
  const word = typeof value === 'string' ? value.toLowerCase() : '';
  if (word === 'true' || word === 'false') return word;
  return Object.hasOwn(oldBooleans, word) ? oldBooleans[word] : undefined;
}

/** What to write instead of the word. */
export function booleanCorrection(value: unknown, meant: string): string {
  const word = String(value);
  if (word.toLowerCase() === meant) return `Write ${meant}, without quotes and in small letters`;
  return `${quote(word)} was a boolean in YAML 1.1, and is text in YAML 1.2. Write ${meant}`;
}
