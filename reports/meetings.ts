import type { SubjectResults } from '../results/run-results.js';

/** Clients that met provider personas: a row for each profile, a column for each client. */
export interface Meetings<T> {
  met: T[];
  clients: string[];
  profiles: string[];
  at: (client: string, profile: string) => T | undefined;
}

/** A table of them says more than each by itself, where there is more than one. */
export function meetingsIn<T>(
  items: readonly T[],
  meetsOf: (item: T) => SubjectResults['meets'],
): Meetings<T> {
  const met = items.filter((item) => meetsOf(item) !== undefined);
  const all = met.flatMap((item) => meetsOf(item) ?? []);
  return {
    met,
    clients: [...new Set(all.map(({ client }) => client))],
    profiles: [...new Set(all.map(({ profile }) => profile))],
    at: (client, profile) =>
      met.find((item) => meetsOf(item)?.client === client && meetsOf(item)?.profile === profile),
  };
}
