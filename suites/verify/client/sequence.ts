/** From so many on, random numbers do not grow by chance (10! is above three millions). */
const telling = 10;

/** Whether values, in the order in which they were made, are numbers that grow with time or by a step. */
export function isSequence(values: readonly string[]): boolean {
  const numbers = asNumbers(values);
  const steps = numbers.slice(1).map((number, index) => number - (numbers[index] as bigint));
  if (steps.length < 2) return false;
  const even = steps.every((step) => step === steps[0]);
  return even || (numbers.length >= telling && steps.every((step) => step > 0n));
}

/** Decimal or, where a letter shows it, hexadecimal; empty where any value is no number. */
function asNumbers(values: readonly string[]): bigint[] {
  if (values.every((value) => /^\d+$/.test(value))) return values.map(BigInt);
  const hexadecimal = values.every((value) => /^[\da-f]+$/i.test(value));
  return hexadecimal ? values.map((value) => BigInt(`0x${value}`)) : [];
}
