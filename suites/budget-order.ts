import type { CountedEndpoint } from '../connection/subject.js';
import type { CatalogueEntry } from './catalogue.js';
import { knownRequests } from './request-counts.js';
import { severities } from './requirement.js';

/**
 * Requirements in the order in which a scarce budget is best spent: the most severe first; within a severity those
 * that rest on one control follow each other, since its run after one is the run before the next; and what needs
 * little comes before what needs much.
 */
export function inBudgetOrder(
  entries: readonly CatalogueEntry[],
  counted: readonly CountedEndpoint[] | undefined,
): CatalogueEntry[] {
  const keys = new Map(entries.map((entry) => [entry, keyOf(entry, counted)]));
  return [...entries].sort((a, b) => compare(keys.get(a) as Key, keys.get(b) as Key));
}

type Key = (string | number)[];

function keyOf({ id, severity, ...entry }: CatalogueEntry, counted?: readonly CountedEndpoint[]): Key {
  const control: string = entry.control ?? '';
  return [
    severities.indexOf(severity),
    knownRequests('controls', control, counted),
    control,
    entry.client ?? '',
    knownRequests('requirements', id, counted),
    id,
  ];
}

function compare(a: Key, b: Key): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  if (at < 0) return 0;
  return (a[at] as string | number) < (b[at] as string | number) ? -1 : 1;
}
