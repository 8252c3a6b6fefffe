import { readdirSync } from 'node:fs';
import type { PublishedPaths } from './endpoint-paths.js';
import type { Fault } from './fault.js';
import { OptionError, unknownName } from './nearest.js';

/** The kinds of deviation that real providers show. */
export const axes = [
  'token request body',
  'client authentication',
  'client identifier parameter',
  'code parameter',
  'scopes in requests',
  'scopes in responses',
  'token response format',
  'error transport',
  'expiry',
  'token type',
  'refresh',
  'authorization parameters',
  'authorization response',
  'further token members',
  'PKCE',
  'revocation',
  'strictness',
  'metadata',
  'tokens and resources',
  'rate limit',
] as const;
export type Axis = (typeof axes)[number];

/** A JSON Schema (2020-12), as far as behaviours need one. */
export type ValueSchema = Readonly<Record<string, unknown>>;

/**
 * One way in which providers differ. Its name is its file's under `behaviours/`, its value stands in a profile. What a
 * profile leaves out is done as the strict mock does it.
 */
export interface Behaviour<Value> {
  axis: Axis;
  /** What the value says of the provider, in one sentence. */
  describes: string;
  schema: ValueSchema;
  seams(value: Value): Fault['seams'];
  /** Where the provider has endpoints that are none of a connection's, since they do not keep to the RFCs. */
  paths?(value: Value): PublishedPaths;
}

/** Values by the names of behaviours; the schema has made sure that each fits its own. */
export type BehaviourValues = Readonly<Record<string, unknown>>;

const folder = new URL('./behaviours/', import.meta.url);

let known: readonly string[] | undefined;

/** Names of all behaviours, sorted. */
export function behaviourNames(): readonly string[] {
  known ??= readdirSync(folder)
    .filter((file) => /^[a-z0-9-]+\.(js|ts)$/.test(file))
    .map((file) => file.replace(/\.(js|ts)$/, ''))
    .sort();
  return known;
}

/** Throws OptionError, naming the nearest, when there is none of that name. */
export async function loadBehaviour(name: string): Promise<Behaviour<unknown>> {
  if (!behaviourNames().includes(name))
    throw new OptionError(unknownName('behaviour', name, behaviourNames()));
  const module = (await import(new URL(`${name}.js`, folder).href)) as { behaviour: Behaviour<unknown> };
  return module.behaviour;
}

/** Paths of the endpoints that the behaviours bring along. */
export async function pathsOf(values: BehaviourValues): Promise<PublishedPaths> {
  const paths = Object.entries(values).map(async ([name, value]) =>
    (await loadBehaviour(name)).paths?.(value),
  );
  return Object.assign({}, ...(await Promise.all(paths))) as PublishedPaths;
}

/** What the behaviours change, in the order in which they are given. */
export function seamsOf(values: BehaviourValues): Promise<Pick<Fault, 'seams'>[]> {
  return Promise.all(
    Object.entries(values).map(async ([name, value]) => ({
      seams: (await loadBehaviour(name)).seams(value),
    })),
  );
}
