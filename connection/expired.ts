import type { Declared } from './subject.js';

/** Calendar day of a moment in ISO 8601 and UTC, as `until` is written: YYYY-MM-DD. */
export function dayOf(moment: string): string {
  return moment.slice(0, 10);
}

/** Whether the last day on which an entry counts was over. Calendar days in one notation compare as text. */
export function isExpired({ until }: Pick<Declared, 'until'>, day: string): boolean {
  return until !== undefined && until < day;
}
