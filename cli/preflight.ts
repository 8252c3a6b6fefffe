import type { PlannedBudget } from '../fixtures/plan.js';
import { bringUp, hostsOf, serverFor } from '../fixtures/server/bring-up.js';
import { budgetOf } from '../fixtures/server/budget-of.js';
import type { ServerUnderTest } from '../fixtures/server/server-under-test.js';
import { chromiumPath } from '../fixtures/user-agent/chromium.js';
import { Inconclusive, OverBudget, Throttled } from '../fixtures/verdict/verdict.js';
import { ExchangeLog } from '../fixtures/wire/exchange-log.js';
import { Guard } from '../fixtures/wire/guard.js';
import { Redactor } from '../fixtures/wire/redactor.js';
import { Transport, wasAnswered } from '../fixtures/wire/transport.js';
import { tryClients } from './preflight-clients.js';
import { tryLogin } from './preflight-login.js';
import { metadataDiagnosis } from './preflight-metadata.js';
import { fieldPlace, type PreparedSubject } from './prepare-subjects.js';
import { Interrupted, UsageError } from './usage-error.js';

/** Characters of a line of the diagnosis. */
const shownText = 2000;

/**
 * Tries a real server before the run. Throws UsageError for what is surely the user's to put right; whatever may be
 * the server's fault is returned as diagnosis, to be read beside the control that fails.
 */
export async function preflight(
  subject: PreparedSubject,
  budget: PlannedBudget | undefined,
  signal: AbortSignal,
): Promise<string[]> {
  const aborted = new Promise<never>((_resolve, reject) =>
    signal.addEventListener('abort', () => reject(new Interrupted('ended before the first requirement'))),
  );
  const log = new ExchangeLog(new Redactor());
  // Text of the server may hold what the log has learnt to be secret.
  const redacted = (text: string) => log.redact(text, shownText);
  try {
    return (await Promise.race([attempt(subject, budget, log, signal), aborted])).map(redacted);
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(redacted(error.message));
    if (error instanceof Inconclusive || error instanceof OverBudget || error instanceof Throttled)
      return [redacted(error.message)];
    throw error;
  }
}

async function attempt(
  subject: PreparedSubject,
  planned: PlannedBudget | undefined,
  log: ExchangeLog,
  signal: AbortSignal,
): Promise<string[]> {
  await reach(subject, planned, log, signal);
  const { name, subject: declared } = subject;
  const budget = planned === undefined ? {} : { budget: planned };
  const broughtUp = await bringUp({ name, subject: declared, faults: [], ...budget }, log.redactor);
  const close = () => void broughtUp.close();
  signal.addEventListener('abort', close);
  try {
    const server = serverFor(broughtUp, undefined, log);
    return [...metadataDiagnosis(subject, server), ...(await walk(subject, server))];
  } finally {
    signal.removeEventListener('abort', close);
    await broughtUp.close();
  }
}

/** One flow as each client. A login that needs Chromium is left to the controls: starting it would take longer. */
async function walk(subject: PreparedSubject, server: ServerUnderTest): Promise<string[]> {
  const { login } = server.facts;
  if (login === undefined) return [];
  if (login !== 'auto-approve' && login.browser === true) return requireChromium(subject);
  const stuck = await tryLogin(subject, server);
  if (stuck !== undefined) return stuck;
  const { token } = server.facts.endpoints;
  const { budget } = server.transport;
  // The controls will try the clients, too: what is scarce is not spent on it twice.
  const spared = budget?.scarce && token !== undefined && budget.counts(token);
  return spared ? [] : tryClients(subject, server);
}

function requireChromium(subject: PreparedSubject): string[] {
  if (chromiumPath() !== undefined) return [];
  throw new UsageError(
    `${fieldPlace(subject, ['server', 'login', 'browser'])}: asks for Chromium, and none is installed. Install it with: ` +
      'npx playwright install chromium (or, on Debian: apt-get install chromium)',
  );
}

/** Every address that the file names answers something: without that, nothing could be decided about the server. */
async function reach(
  { subject, ...rest }: PreparedSubject,
  planned: PlannedBudget | undefined,
  log: ExchangeLog,
  signal: AbortSignal,
): Promise<void> {
  const guard = new Guard(hostsOf(subject), subject.server?.authorized !== undefined);
  const budget = budgetOf(subject, planned, undefined);
  const { authorizationUrl, tokenUrl } = subject.connection?.auth ?? {};
  budget?.limitTo({ authorization: authorizationUrl, token: tokenUrl });
  const transport = new Transport(guard, log, budget);
  signal.addEventListener('abort', () => transport.close());
  const tried = new Set<string>();
  for (const field of ['issuer', 'authorizationUrl', 'tokenUrl'] as const) {
    const url = subject.connection?.auth[field];
    if (url === undefined || tried.has(new URL(url).origin)) continue;
    tried.add(new URL(url).origin);
    try {
      await transport.send({ method: 'GET', url, headers: { accept: '*/*' } });
    } catch (error) {
      if (!(error instanceof Inconclusive)) throw error;
      // What cannot be read is the server's to answer for, requirement by requirement.
      if (wasAnswered(error)) continue;
      throw new UsageError(`${fieldPlace(rest, ['connection', 'auth', field])}: ${error.message}`);
    }
  }
  transport.close();
}
