import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { ClientSection, LoadedSubject } from '../connection/subject.js';
import type { Configuration } from '../fixtures/drivers/contract.js';
import { DriverError } from '../fixtures/drivers/driver.js';
import { openDriver } from '../fixtures/drivers/open-driver.js';

/** A client that could be judged here. */
export interface Candidate {
  /** Its folder's name. */
  name: string;
  file: string;
  /** Name and version, as far as they can be told. */
  client: string;
  driver: string;
  /** Why it cannot be judged on this machine. */
  missing: string | undefined;
}

/** Asks the client who it is: an adapter by its `hello`, a program for its version. */
export async function candidateAt(name: string, { file, subject }: LoadedSubject): Promise<Candidate> {
  const section = subject.client;
  if (section?.driver === undefined) throw new Error(`${file} has no client.driver`);
  const [driver = ''] = Object.keys(section.driver);
  const about = { name, file, driver };
  try {
    return { ...about, client: await identity(name, section, dirname(file)), missing: undefined };
  } catch (error) {
    if (!(error instanceof DriverError)) throw error;
    return { ...about, client: name, missing: error.message.split('\n')[0] ?? '' };
  }
}

async function identity(name: string, client: ClientSection, folder: string): Promise<string> {
  const { driver } = client;
  if ('exec' in driver) return programVersion(driver.exec.login.command[0] ?? '');
  if ('http' in driver || 'browser' in driver) return packageVersion(name);
  const opened = await openDriver({ client, folder, configuration: {} as Configuration, tell() {} });
  await opened.close();
  return opened.hello.client;
}

function programVersion(program: string): string {
  const { error, stdout } = spawnSync(program, ['version'], { encoding: 'utf8' });
  if (error !== undefined) throw new DriverError(`${program} cannot be run: ${error.message}`);
  return stdout.split('\n')[0] ?? program;
}

/** An application's folder bears the name of the package that it is about. */
function packageVersion(name: string): string {
  const file = createRequire(import.meta.url).resolve(`${name}/package.json`);
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return `${name} ${version}`;
}
