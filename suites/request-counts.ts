import { readFileSync } from 'node:fs';
import type { CountedEndpoint } from '../connection/subject.js';

/** An endpoint, or anywhere at the server. */
export type CountedName = CountedEndpoint | 'all';

/** Requests by endpoint. What is missing is none. */
export type RequestCounts = Partial<Record<CountedName, number>>;

/**
 * What requirements (without their controls) and controls are known to send: measured on the built-in mock by
 * `npm run measure-requests`, where there are more clients to try than at most servers.
 */
export interface RequestCountTable {
  requirements: Record<string, RequestCounts>;
  controls: Record<string, RequestCounts>;
}

export const requestCountFile = 'request-counts.json';

export function readRequestCounts(): RequestCountTable {
  return JSON.parse(readFileSync(new URL(requestCountFile, import.meta.url), 'utf8')) as RequestCountTable;
}

let table: RequestCountTable | undefined;

/** Requests that a requirement or a control is known to send to these endpoints; to all without a list. */
export function knownRequests(
  list: keyof RequestCountTable,
  id: string,
  endpoints: readonly CountedEndpoint[] | undefined,
): number {
  table ??= readRequestCounts();
  const counts = table[list][id] ?? {};
  return (endpoints ?? (['all'] as const)).reduce((sum, name) => sum + (counts[name] ?? 0), 0);
}
