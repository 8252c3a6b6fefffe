import { readdirSync } from 'node:fs';
import { OptionError, unknownName } from './nearest.js';
import { correctSeams, type Seams } from './seams/index.js';

/** Replaces some rules of one seam; gets the rules as they stand, to build on them. */
export type Override<S> = (rules: S) => Partial<S>;

/**
 * One deviation. Its id is its file's name under `faults/`. It is the mutant that one requirement must catch, and
 * the hostile stimulus that a client meets.
 */
export interface Fault {
  /** The requirement that this fault violates; undefined for legal behaviour, which is stimulus only. */
  aimedAt?: string;
  /** The deviation as a predicate of the server: "never marks codes as used". */
  deviation: string;
  seams: { [K in keyof Seams]?: Override<Seams[K]> };
}

const folder = new URL('./faults/', import.meta.url);

/** Read once: every change of the faults in force asks for it. */
let known: readonly string[] | undefined;

/** Ids of all faults, sorted. */
export function faultIds(): readonly string[] {
  known ??= readdirSync(folder)
    .filter((file) => /\.(js|ts)$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => file.replace(/\.(js|ts)$/, ''))
    .sort();
  return known;
}

/** Loads one fault. Throws OptionError, naming the nearest, when there is none of that id. */
export async function loadFault(id: string): Promise<Fault> {
  const known = faultIds();
  if (!known.includes(id)) throw new OptionError(unknownName('fault', id, known));
  const module = (await import(new URL(`${id}.js`, folder).href)) as { fault: Fault };
  return module.fault;
}

/** Rules with deviations laid over them, in order. */
export function seamsWith(deviations: readonly Pick<Fault, 'seams'>[], rules: Seams = correctSeams): Seams {
  const seams = { ...rules };
  for (const deviation of deviations) {
    for (const name of Object.keys(deviation.seams) as (keyof Seams)[]) overlay(seams, name, deviation);
  }
  return seams;
}

function overlay<K extends keyof Seams>(seams: Seams, name: K, fault: Pick<Fault, 'seams'>): void {
  const override = fault.seams[name];
  if (override !== undefined) seams[name] = { ...seams[name], ...override(seams[name]) };
}
