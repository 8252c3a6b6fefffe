import { createServer } from 'node:net';
import { environmentValues } from '../connection/environment.js';
import { inShell } from '../connection/in-shell.js';
import type { ClientSection, DriverChoice } from '../connection/subject.js';
import type { Path } from '../connection/subject-file-error.js';
import type { Configuration } from '../fixtures/drivers/contract.js';
import { DriverError } from '../fixtures/drivers/driver.js';
import { type DriverContext, openDriver } from '../fixtures/drivers/open-driver.js';
import { Redactor } from '../fixtures/wire/redactor.js';
import { checkApplication } from './preflight-application.js';
import { fieldPlace, type PreparedSubject } from './prepare-subjects.js';
import { Interrupted, UsageError } from './usage-error.js';

/**
 * Tries the driver of each client before the run: one that cannot be started, or does not speak the contract, is the
 * user's to put right. Throws UsageError with all that is wrong.
 */
export async function preflightDrivers(
  subjects: readonly PreparedSubject[],
  signal: AbortSignal,
): Promise<void> {
  const aborted = new Promise<never>((_resolve, reject) => {
    const interrupt = () => reject(new Interrupted('ended before the first requirement'));
    if (signal.aborted) interrupt();
    signal.addEventListener('abort', interrupt);
  });
  const objections = await Promise.race([Promise.all(subjects.map(objectionsTo)), aborted]);
  if (objections.flat().length > 0) throw new UsageError(objections.flat().join('\n'));
}

async function objectionsTo(subject: PreparedSubject): Promise<string[]> {
  const client = subject.resolved.client as ClientSection;
  const objections = [
    client.issuer === undefined ? undefined : await whyNotFree(client.issuer),
    await whyNotDriven({ client, folder: subject.folder, configuration: nowhere, tell: () => {} }),
  ];
  const redactor = redactorOf(subject);
  return objections.flatMap((objection) =>
    objection === undefined
      ? []
      : [redactor.redact(`${fieldPlace(subject, objection.path)}: ${objection.message}`)],
  );
}

interface DriverObjection {
  path: Path;
  message: string;
}

/** A client as any other, at a server that does not exist: nothing but `hello` is asked, and nothing is sent. */
const nowhere: Configuration = {
  issuer: 'http://127.0.0.1:1',
  endpoints: {
    authorization: 'http://127.0.0.1:1/authorize',
    token: 'http://127.0.0.1:1/token',
    revocation: 'http://127.0.0.1:1/revoke',
    userinfo: 'http://127.0.0.1:1/userinfo',
  },
  clientId: 'nobody',
  redirectUri: 'http://127.0.0.1:1/callback',
  listen: false,
  scope: ['read'],
  resource: 'http://127.0.0.1:1/resource',
  logLevel: 'default',
  logMarker: 'none',
  others: [],
};

async function whyNotDriven(context: DriverContext): Promise<DriverObjection | undefined> {
  const { driver, redirectUrl = nowhere.redirectUri } = context.client;
  const configured = { ...context, configuration: { ...nowhere, redirectUri: redirectUrl } };
  try {
    if ('http' in driver) await checkApplication(driver.http, configured, 'client.driver.http');
    else if ('browser' in driver) await checkApplication(driver.browser, configured, 'client.driver.browser');
    // A person is not tried.
    else if (!('interactive' in driver)) await (await openDriver(configured)).close();
    return undefined;
  } catch (error) {
    if (error instanceof DriverError) return placed(error.message, driver);
    throw error;
  }
}

/** Drivers name the field themselves where they know one. */
function placed(message: string, driver: DriverChoice): DriverObjection {
  const [, field, rest] = /^(client(?:\.\w+)+): (.*)$/s.exec(message) ?? [];
  if (field !== undefined && rest !== undefined) return { path: field.split('.'), message: rest };
  const [kind = ''] = Object.keys(driver);
  return { path: ['client', 'driver', kind], message: `${message}${advice(driver)}` };
}

function advice(driver: DriverChoice): string {
  const words =
    'stdio' in driver
      ? ['--', ...driver.stdio]
      : 'module' in driver
        ? moduleWords([driver.module].flat())
        : undefined;
  if (words === undefined) return '';
  return `\n  In the folder of the file, this tells more: npx proofkey driver-check ${words.map(inShell).join(' ')}`;
}

function moduleWords([specifier = '', ...parameters]: string[]): string[] {
  return ['--module', specifier, ...(parameters.length === 0 ? [] : ['--', ...parameters])];
}

/** What came from the environment is never written anywhere, also where an adapter does so. */
function redactorOf({ subject, resolved }: PreparedSubject): Redactor {
  const redactor = new Redactor();
  for (const { name, value } of environmentValues(subject.client, resolved.client))
    redactor.learn(name, value);
  redactor.learn('client_secret', resolved.client?.clientSecret);
  return redactor;
}

/** Whether the mock can listen in the place of the client's own server. */
async function whyNotFree(issuer: string): Promise<DriverObjection | undefined> {
  const server = createServer();
  const error = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    server.once('error', resolve).listen(Number(new URL(issuer).port), '127.0.0.1', () => resolve(undefined));
  });
  if (error === undefined) await new Promise((resolve) => server.close(resolve));
  if (error === undefined) return undefined;
  const why =
    error.code === 'EADDRINUSE'
      ? `something listens at ${issuer} already, so the mock cannot take its place. Stop it`
      : `the mock cannot listen at ${issuer} (${error.message}). Permit it`;
  return { path: ['client', 'issuer'], message: `${why}, or configure client and file for another port` };
}
