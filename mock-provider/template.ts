import { randomUUID } from 'node:crypto';
import type { Exchange } from './exchange.js';
import { randomToken } from './random.js';

/** A JSON value in which texts may hold `{names}` that are filled in when it is sent. */
export type Template = unknown;

/** What may stand in braces beside the words that a behaviour gives. */
const wordsOf: Record<string, (exchange: Exchange) => unknown> = {
  issuer: ({ tenant }) => tenant.issuer,
  random: () => randomToken(),
  now: ({ tenant }) => tenant.clock.now(),
  now_ms: ({ tenant }) => tenant.clock.now() * 1000,
  now_iso: ({ tenant }) => isoTime(tenant),
  utc_date: ({ tenant }) => isoTime(tenant).slice(0, 10),
  utc_time: ({ tenant }) => isoTime(tenant).slice(11, 19),
};

function isoTime({ clock }: Exchange['tenant']): string {
  return new Date(clock.now() * 1000).toISOString();
}

/**
 * The template with its words filled in. A text that is nothing but one word keeps the word's type: `"{now}"` becomes a
 * number, `"at {now}"` and `"{now:text}"` texts. `{uuid_…}`, with any ending, is one UUID wherever it stands in the template.
 */
export function filledIn(
  template: Template,
  words: Readonly<Record<string, unknown>>,
  exchange: Exchange,
): unknown {
  const labelled = new Map<string, string>();
  const own = (name: string) => (name.startsWith('uuid_') ? kept(labelled, name) : wordsOf[name]?.(exchange));
  const word = (name: string) => (Object.hasOwn(words, name) ? words[name] : own(name));
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string') return filledText(value, word);
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, fill(member)]));
  };
  return fill(template);
}

function filledText(text: string, word: (name: string) => unknown): unknown {
  const only = /^\{(\w+)\}$/.exec(text)?.[1];
  if (only !== undefined) return word(only) ?? text;
  return text.replaceAll(/\{(\w+)(?::text)?\}/g, (whole, name: string) => String(word(name) ?? whole));
}

function kept(labelled: Map<string, string>, name: string): string {
  const value = labelled.get(name) ?? randomUUID();
  labelled.set(name, value);
  return value;
}
