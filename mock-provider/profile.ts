import { readdirSync, readFileSync } from 'node:fs';
import { parse as parsePath, resolve } from 'node:path';
import type { Connection, Declared } from '../connection/subject.js';
import type { BehaviourValues } from './behaviour.js';
import { OptionError, unknownName } from './nearest.js';

/** A provider persona: what it tells clients, how it behaves beyond that, and which requirements it then fails. */
export interface Profile {
  /** Name of the file, without ending. */
  name: string;
  /** What `loadProfile` finds it by, from wherever it is asked: a name, or an absolute path. */
  from: string;
  /** The manifest of a client of this provider, with the URLs of the real one. */
  connection: Connection;
  /** Beyond what the connection says already. */
  behaviours: BehaviourValues;
  /** Where the facts come from. */
  sources: string[];
  /** What is said of the provider and was not confirmed; none of it is played unless it says so. */
  notVerified: string[];
  /** Requirements of the server suite that this provider fails. */
  fails: Declared[];
  warns: Declared[];
}

type ProfileInFile = Pick<Profile, 'connection' | 'sources'> & Partial<Omit<Profile, 'name' | 'from'>>;

const folder = new URL('./profiles/', import.meta.url);

let known: readonly string[] | undefined;

/** Names of the built-in profiles, sorted. */
export function profileNames(): readonly string[] {
  known ??= readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.replace(/\.yaml$/, ''))
    .sort();
  return known;
}

/** It is held against the schema that editors use; that of the built-in ones is done by tests. */
async function readProfile(file: string): Promise<Profile> {
  const [{ parse }, { profileProblem }] = await Promise.all([import('yaml'), import('./profile-shape.js')]);
  let value: unknown;
  try {
    value = parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new OptionError(`${file} cannot be read: ${(error as Error).message.split('\n')[0]}`);
  }
  const problem = profileProblem(value);
  if (problem !== undefined) throw new OptionError(`${file}: ${problem}`);
  return profileIn(parsePath(file).name, value as ProfileInFile, resolve(file));
}

/**
 * A built-in profile by its name, or one's own by the path of its file (with a slash, or ending in .yaml). Throws
 * OptionError: for a name, with the nearest known one.
 */
export async function loadProfile(name: string): Promise<Profile> {
  if (/[\\/]|\.ya?ml$/.test(name)) return readProfile(name);
  if (!profileNames().includes(name)) throw new OptionError(unknownName('profile', name, profileNames()));
  // Loaded here: it is a tenth of the time to start, and the strict mock has no profile.
  const { parse } = await import('yaml');
  return profileIn(name, parse(readFileSync(new URL(`${name}.yaml`, folder), 'utf8')) as ProfileInFile);
}

/** The profile with its defaults. */
export function profileIn(name: string, inFile: ProfileInFile, from = name): Profile {
  return { name, from, behaviours: {}, notVerified: [], fails: [], warns: [], ...inFile };
}

/** A profile with nothing but what a connection says of its provider. */
export function profileOfConnection(connection: Connection): Profile {
  return profileIn(connection.provider, { connection, sources: [] });
}
