/** An upper bound of the entropy of values that one generator made. */
export interface Guessability {
  bits: number;
  /** What the bound is made of; no value is shown. */
  why: string;
}

/** Alphabets that generators use, smallest first. A value is never taken for less than it may be. */
const alphabets: [name: string, size: number, letters: RegExp][] = [
  ['decimal digits', 10, /^[0-9]*$/],
  ['hexadecimal digits', 16, /^([0-9a-f]*|[0-9A-F]*)$/],
  ['base32', 32, /^([a-z2-7]*|[A-Z2-7]*)$/],
  ['letters of one case and digits', 36, /^([0-9a-z]*|[0-9A-Z]*)$/],
  ['letters and digits', 62, /^[0-9A-Za-z]*$/],
  ['base64url', 64, /^([\w-]*|[0-9A-Za-z+/]*)$/],
];
/** Every printable character. */
const largest: [string, number] = ['printable characters', 94];

/**
 * Bounds what an attacker has to guess of values, given in the order in which they were made: the characters that
 * vary, over the alphabet that they are from. Constant positions count nothing, nor does a counter or timestamp at
 * the beginning or end: whatever only grows can be predicted.
 */
export function guessability(values: readonly string[]): Guessability {
  const varying = varyingParts(values);
  const leading = growing(varying, (value, size) => value.slice(0, size));
  const trailing = growing(varying, (value, size) => value.slice(-size));
  const random = varying.map((value) => value.slice(leading, trailing === 0 ? undefined : -trailing));
  const grows = leading + trailing > 0 ? `, ${leading + trailing} more that only grow` : '';
  return bounded(random, grows);
}

/** The same bound for so few values that even random parts of them may grow by chance: what grows counts too. */
export function variation(values: readonly string[]): Guessability {
  return bounded(varyingParts(values), '');
}

/** The values without the positions in which all of them are the same. */
function varyingParts(values: readonly string[]): string[] {
  const length = Math.max(...values.map((value) => value.length));
  const positions = Array.from({ length }, (_, at) => at).filter(
    (at) => new Set(values.map((value) => value[at])).size > 1,
  );
  return values.map((value) => positions.map((at) => value[at] ?? '').join(''));
}

function bounded(random: readonly string[], grows: string): Guessability {
  const counted = Math.max(...random.map((value) => value.length));
  const letters = random.join('');
  const [name, size] = alphabets.find(([, , alphabet]) => alphabet.test(letters)) ?? largest;
  return { bits: counted * Math.log2(size), why: `${counted} varying ${name}${grows}` };
}

/** Characters of the shortest part that grows from each value to the next; 0 when none does. */
function growing(values: readonly string[], part: (value: string, size: number) => string): number {
  const longest = Math.min(...values.map((value) => value.length));
  for (let size = 1; size <= longest; size++) {
    const parts = values.map((value) => part(value, size));
    if (parts.every((current, at) => at === 0 || current > (parts[at - 1] as string))) return size;
  }
  return 0;
}
