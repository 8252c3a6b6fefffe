import { readdirSync, readFileSync } from 'node:fs';
import type { Connection, Declared } from '../connection/subject.js';
import type { BehaviourValues } from './behaviour.js';
import { OptionError, unknownName } from './nearest.js';

/** A provider persona: what it tells clients, how it behaves beyond that, and which requirements it then fails. */
export interface Profile {
  /** Name of the file, without ending. */
  name: string;
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

type ProfileInFile = Pick<Profile, 'connection' | 'sources'> & Partial<Omit<Profile, 'name'>>;

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

/** A built-in profile; tests hold each against its schema. Throws OptionError, naming the nearest, for any other. */
export async function loadProfile(name: string): Promise<Profile> {
  if (!profileNames().includes(name)) throw new OptionError(unknownName('profile', name, profileNames()));
  // Loaded here: it is a tenth of the time to start, and the strict mock has no profile.
  const { parse } = await import('yaml');
  return profileIn(name, parse(readFileSync(new URL(`${name}.yaml`, folder), 'utf8')) as ProfileInFile);
}

/** The profile with its defaults. */
export function profileIn(name: string, inFile: ProfileInFile): Profile {
  return { name, behaviours: {}, notVerified: [], fails: [], warns: [], ...inFile };
}

/** A profile with nothing but what a connection says of its provider. */
export function profileOfConnection(connection: Connection): Profile {
  return profileIn(connection.provider, { connection, sources: [] });
}
