import { lookup } from 'node:dns/promises';
import { tmpdir } from 'node:os';
import { isLoopbackAddress } from '../connection/loopback.js';
import type { WebDriver } from '../connection/subject.js';
import { DriverError } from '../fixtures/drivers/driver.js';
import type { DriverContext } from '../fixtures/drivers/open-driver.js';
import { checkProgram } from '../fixtures/drivers/program.js';
import { fillCommand } from '../fixtures/drivers/template.js';
import { webAddresses } from '../fixtures/drivers/web-addresses.js';
import { Inconclusive } from '../fixtures/verdict/verdict.js';
import { ExchangeLog } from '../fixtures/wire/exchange-log.js';
import { Transport } from '../fixtures/wire/transport.js';

/**
 * What is wrong with a web application and can be told without starting it: its worker does that.
 * @param where the driver's field of the subject file, for messages
 * @throws DriverError
 */
export async function checkApplication(
  choice: WebDriver,
  { configuration, folder }: DriverContext,
  where: string,
): Promise<void> {
  const addresses = await webAddresses(choice, configuration, where);
  await checkLoopback(addresses.start, `${where}.startUrl`);
  await checkLoopback(addresses.status, `${where}.statusUrl`);
  const { start } = choice;
  if (start !== undefined) {
    const { program } = fillCommand(start, { ...addresses.values, folder: tmpdir() }, `${where}.start`);
    checkProgram(program, folder, `${where}.start`);
    return;
  }
  const transport = new Transport(addresses.guard, new ExchangeLog());
  try {
    // Not the start page, which would begin a login.
    await transport.send({ method: 'GET', url: addresses.status, headers: { accept: '*/*' } });
  } catch (error) {
    if (!(error instanceof Inconclusive)) throw error;
    throw new DriverError(
      `${where}.statusUrl: the application does not answer (${error.message}). Start it before the run, or add "start" with its command`,
    );
  } finally {
    transport.close();
  }
}

/** The mock is reached from this machine only, so a client elsewhere could not be tested. */
async function checkLoopback(url: string, where: string): Promise<void> {
  const hostname = new URL(url).hostname.replace(/^\[|\]$/g, '');
  const found = await lookup(hostname, { all: true }).catch((error: Error) => error);
  if (found instanceof Error)
    throw new DriverError(`${where}: the host ${hostname} is not found (${found.message}). Correct its name`);
  const foreign = found.find(({ address }) => !isLoopbackAddress(address));
  if (foreign === undefined) return;
  throw new DriverError(
    `${where}: ${hostname} is ${foreign.address}, which is not this machine, and from elsewhere the mock cannot be ` +
      'reached. Run the application here, at 127.0.0.1 or localhost',
  );
}
