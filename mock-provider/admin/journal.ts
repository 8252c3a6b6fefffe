import type { JournalEntry } from '../journal.js';
import { type AdminAnswer, type AdminCall, AdminError, type AdminRoute } from './route.js';

export const journalRoutes: readonly AdminRoute[] = [
  { method: 'GET', path: '/tenants/{tenant}/journal', answer: list },
  { method: 'DELETE', path: '/tenants/{tenant}/journal', answer: clear },
  { method: 'GET', path: '/tenants/{tenant}/journal/live', answer: live },
];

/** Milliseconds between two signs of life, so that proxies keep a quiet stream open. */
const heartbeat = 15_000;
/** Bytes that may wait for a reader; one that is slower is cut off, and comes back with Last-Event-ID. */
const backlog = 1_000_000;

function list({ tenant, query }: AdminCall): AdminAnswer {
  const after = entryNumber(query.get('after')) ?? 0;
  return { status: 200, body: { entries: tenant.journal.entries().filter(({ number }) => number > after) } };
}

function clear({ tenant }: AdminCall): AdminAnswer {
  tenant.journal.clear();
  return { status: 204 };
}

/** Server-sent events (HTML standard §9.2): first what came after `after` or Last-Event-ID, then each as it comes. */
function live({ tenant, query, request, response }: AdminCall): undefined {
  // A browser that comes back asks by the same URL, and tells by the header how far it got.
  const after = entryNumber(request.headers['last-event-id'] ?? query.get('after'));
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(': the journal\n\n');
  const write = (text: string) => {
    if (response.writableLength > backlog) response.destroy();
    else response.write(text);
  };
  if (after !== undefined) {
    for (const entry of tenant.journal.entries()) if (entry.number > after) write(event(entry));
  }
  const unlisten = tenant.journal.listen((entry) => write(event(entry)));
  const beat = setInterval(() => write(': still here\n\n'), heartbeat).unref();
  response.once('close', () => {
    unlisten();
    clearInterval(beat);
  });
}

function event(entry: JournalEntry): string {
  return `id: ${entry.number}\ndata: ${JSON.stringify(entry)}\n\n`;
}

function entryNumber(value: string | string[] | null | undefined): number | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string' && /^\d{1,15}$/.test(value)) return Number(value);
  throw new AdminError(400, 'invalid_request', 'after must be the number of a journal entry');
}
