import picocolors from 'picocolors';

// picocolors takes CI for a terminal; what is piped stays plain all the same.
export const colors = picocolors.createColors(picocolors.isColorSupported && process.stdout.isTTY === true);

/** What came over the network must not write to the terminal: ASCII that is visible, and nothing else. */
export function plain(value: string): string {
  return value.replace(/[^\x20-\x7E]/g, '?');
}
