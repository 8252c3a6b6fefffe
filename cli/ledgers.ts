import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlannedBudget } from '../fixtures/plan.js';
import { Ledger, type LedgerTotals } from '../fixtures/wire/ledger.js';
import type { PreparedSubject } from './prepare-subjects.js';

/** What preflight and tests enter of the requests that count, for the subjects that declare a rate limit. */
export class Ledgers {
  readonly #budgets = new Map<PreparedSubject, PlannedBudget>();
  readonly #folder: string | undefined;

  constructor(subjects: readonly PreparedSubject[], patienceSeconds: number) {
    const limited = subjects.filter(isLimited);
    if (limited.length === 0) return;
    const folder = mkdtempSync(join(tmpdir(), 'proofkey-ledgers-'));
    const servers = [...new Set(limited.map(serverOf))];
    for (const subject of limited) {
      const ledger = join(folder, `${servers.indexOf(serverOf(subject))}.jsonl`);
      this.#budgets.set(subject, { ledger, patienceSeconds });
    }
    this.#folder = folder;
  }

  /** Undefined for a subject that declares no limit, and for the built-in mock, for which nobody waits. */
  budgetOf(subject: PreparedSubject): PlannedBudget | undefined {
    return this.#budgets.get(subject);
  }

  /** A server that was started has been asked whether it is up: a request like others, where all of them count. */
  started(subject: PreparedSubject): void {
    const budget = this.budgetOf(subject);
    if (budget === undefined || subject.subject.connection?.auth.rateLimit?.counts !== undefined) return;
    const now = Date.now();
    Ledger.in(budget.ledger, now).begin(now)(now);
  }

  /** What has been spent so far by all that share the subject's limit. */
  totalsOf(subject: PreparedSubject): LedgerTotals | undefined {
    const budget = this.budgetOf(subject);
    return budget === undefined ? undefined : Ledger.totalsIn(budget.ledger);
  }

  [Symbol.dispose](): void {
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** The server of which the subject's declared limit is; undefined where there is no limit to keep to. */
export function limitedServerOf(subject: PreparedSubject): string | undefined {
  return isLimited(subject) ? serverOf(subject) : undefined;
}

function isLimited({ subject: { connection, server } }: PreparedSubject): boolean {
  return connection?.auth.rateLimit !== undefined && server !== undefined && server.mock === undefined;
}

/** Subjects with the same token endpoint, or issuer, are clients of one server, which counts them together. */
function serverOf({ subject: { connection } }: PreparedSubject): string {
  const { tokenUrl, issuer, authorizationUrl } = connection?.auth ?? {};
  const url = issuer ?? tokenUrl ?? authorizationUrl;
  return url === undefined ? '' : new URL(url).origin;
}
