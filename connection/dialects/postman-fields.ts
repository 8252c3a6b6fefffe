import { entriesOf, Fields } from './fields.js';
import { shown } from './names.js';
import { isSecretName } from './secrets.js';
import type { Statement } from './statement.js';

/** `{{name}}`, which Postman fills in; global, so use it with replaceAll and matchAll only. */
const variableReference = /\{\{\s*([^{}]+?)\s*\}\}/g;

/** The collection's own variables; those of an environment are in another file. */
export function postmanVariables(data: unknown): ReadonlyMap<string, string> {
  const list = entriesOf(data)?.get('variable')?.value;
  return new Map(
    pairsOf(list).filter(([name, value]) => !isSecretName(name) && value !== '') as [string, string][],
  );
}

/** The fields of an `oauth2`, which is a list of keys and values since 2.1 and an object before, variables filled in. */
export function postmanFields(
  oauth2: unknown,
  variables: ReadonlyMap<string, string>,
  statement: Statement,
): Fields {
  const pairs = Array.isArray(oauth2) ? pairsOf(oauth2) : Object.entries(oauth2 as object);
  const filled = pairs.map(([name, value]): [string, unknown] => {
    if (typeof value !== 'string' || isSecretName(name)) return [name, value];
    const used = new Set<string>();
    const text = value.replaceAll(variableReference, (whole, variable: string) => {
      const known = variables.get(variable);
      if (known !== undefined) used.add(variable);
      return known ?? whole;
    });
    if (used.size > 0)
      statement.assume(
        shown(name),
        `${[...used].map(shown).join(', ')} as the collection's own variable has it; an environment may say otherwise`,
      );
    return [name, text];
  });
  // A list of pairs always makes an object.
  return Fields.of(Object.fromEntries(filled), '', statement) as Fields;
}

/** Name of the variable that a value consists of. */
export function soleVariable(value: unknown): string | undefined {
  return typeof value === 'string' ? /^\s*\{\{\s*([^{}]+?)\s*\}\}\s*$/.exec(value)?.[1] : undefined;
}

/** What is switched on in a list of further parameters, with the place that each is sent in. */
export function furtherParameters(value: unknown): { name: string; value: unknown; sentAs: string }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => {
    const entries = entriesOf(item);
    const name = entries?.get('key')?.value;
    if (typeof name !== 'string' || name === '' || entries?.get('enabled')?.value === false) return [];
    return [
      { name, value: entries?.get('value')?.value, sentAs: String(entries?.get('send_as')?.value ?? '') },
    ];
  });
}

function pairsOf(list: unknown): [string, unknown][] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown): [string, unknown][] => {
    const entries = entriesOf(item);
    const key = entries?.get('key')?.value;
    return typeof key === 'string' ? [[key, entries?.get('value')?.value]] : [];
  });
}
