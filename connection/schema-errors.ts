/** The validator's errors as sentences: what is wrong, what the field is for, what to write instead. */
import type { ErrorObject } from 'ajv';
import { nearest } from './nearest.js';
import { booleanCorrection, meantBoolean } from './old-booleans.js';
import { formatPath, type Path, quote } from './subject-file-error.js';
import type { Objection } from './subject-rules/rule.js';

export type SchemaRule =
  | 'unknown-key'
  | 'missing-field'
  | 'wrong-type'
  | 'not-allowed-value'
  | 'empty-value'
  | 'repeated-value'
  | 'wrong-form'
  | 'out-of-range';

export interface SchemaObjection extends Objection {
  rule: SchemaRule;
}

export interface SchemaNode {
  title?: string;
  description?: string;
  examples?: unknown[];
  properties?: Record<string, SchemaNode>;
  [keyword: string]: unknown;
}

interface Offence {
  error: ErrorObject;
  path: Path;
  /** What stands at `path`. */
  value: unknown;
  /** The schema that `value` breaks. */
  schema: SchemaNode;
  /** Description of the nearest schema that has one. */
  purpose: string;
}

export function rewriteSchemaErrors(
  errors: readonly ErrorObject[],
  value: unknown,
  root: SchemaNode,
): SchemaObjection[] {
  const objections = errors.flatMap((error) => {
    const path = pathOf(error.instancePath, value);
    const offence = { error, path, value: valueAt(value, path), ...schemaOf(error.schemaPath, root) };
    return (rewriters[error.keyword] ?? other)(offence);
  });
  // One mistake can break several keywords of one field (a wrong type has no right length either).
  const firstByPath = new Map(
    objections.toReversed().map((objection) => [formatPath(objection.path), objection]),
  );
  return [...firstByPath.values()].toReversed();
}

const rewriters: Record<string, (offence: Offence) => SchemaObjection[]> = {
  additionalProperties: ({ error, path, schema }) => {
    const key = String(error.params.additionalProperty);
    const message = unknownKey(key, Object.keys(schema.properties ?? {}));
    return [{ rule: 'unknown-key', path: [...path, key], message }];
  },
  required: ({ error, path, schema }) => {
    const key = String(error.params.missingProperty);
    const wanted = schema.properties?.[key];
    const message = sentences(
      'is missing',
      wanted?.description,
      `Add for example: ${key}: ${example(wanted)}`,
    );
    return [{ rule: 'missing-field', path: [...path, key], message }];
  },
  type: ({ error, path, value, schema, purpose }) => {
    const types = [error.params.type as string | string[]].flat();
    const what = `is ${kindOf(value)} where ${types.map(wantedKind).join(' or ')} is expected`;
    const meant = types.includes('boolean') ? meantBoolean(value) : undefined;
    const instead = meant === undefined ? correction(types, value, schema) : booleanCorrection(value, meant);
    const message = sentences(what, purpose, instead);
    return [
      { rule: 'wrong-type', path, message, ...(meant === undefined ? {} : { fix: { replaceWith: meant } }) },
    ];
  },
  enum: ({ error, path, value, purpose }) => [
    notAllowed(path, value, error.params.allowedValues as unknown[], purpose),
  ],
  const: ({ error, path, value, purpose }) => [notAllowed(path, value, [error.params.allowedValue], purpose)],
  discriminator: ({ error, path, value, schema }) => {
    const tag = String(error.params.tag);
    const branches = (schema.oneOf ?? []) as SchemaNode[];
    const allowed = branches.map((branch) => branch.properties?.[tag]?.const);
    const chosen = (value as Record<string, unknown>)[tag];
    // A tag that is missing or no text is already reported by `required` or `type`.
    if (typeof chosen !== 'string') return [];
    return [notAllowed([...path, tag], chosen, allowed, branches[0]?.description)];
  },
  // Says only that a branch was entered; the branch says what is wrong.
  if: () => [],
  minLength: (offence) => [empty('is empty', offence)],
  minItems: (offence) => [empty('is an empty list', offence)],
  uniqueItems: ({ error, path, purpose }) => {
    const message = sentences('stands in the list twice', purpose, 'Remove one');
    const index = Math.max(Number(error.params.i), Number(error.params.j));
    return [{ rule: 'repeated-value', path: [...path, index], message, fix: { remove: true } }];
  },
  pattern: badForm,
  format: badForm,
};

/** For keywords that need nothing special; the validator's text ("must match …") is the last resort. */
function other({ error, path, schema, purpose }: Offence): SchemaObjection[] {
  const limit = String(error.params.limit);
  const bounds: Record<string, string> = {
    minimum: `is less than ${limit}`,
    exclusiveMinimum: `is not more than ${limit}`,
  };
  const what = bounds[error.keyword] ?? error.message ?? 'is not valid';
  const message = sentences(what, purpose, `Write for example: ${example(schema)}`);
  return [{ rule: 'out-of-range', path, message }];
}

function empty(what: string, { path, schema, purpose }: Offence): SchemaObjection {
  const message = sentences(what, purpose, `Write for example: ${example(schema)}`);
  return { rule: 'empty-value', path, message };
}

function unknownKey(key: string, known: readonly string[]): string {
  const meant = nearest(key, known);
  const instead = meant === undefined ? `The keys here are: ${known.join(', ')}` : `Did you mean "${meant}"?`;
  return sentences('is not a known key, so nothing would read it', undefined, instead);
}

function notAllowed(
  path: Path,
  value: unknown,
  allowed: readonly unknown[],
  purpose: string | undefined,
): SchemaObjection {
  const found = typeof value === 'string' ? quote(value) : typeof value === 'number' ? value : kindOf(value);
  const names = allowed.map(String);
  const isTextForOther =
    typeof value === 'string' && !allowed.some((candidate) => typeof candidate === 'string');
  const what = `is ${isTextForOther ? 'the text ' : ''}${found}, which is not allowed here`;
  const message = sentences(what, purpose, insteadOf(value, names, isTextForOther));
  return { rule: 'not-allowed-value', path, message };
}

function insteadOf(value: unknown, names: readonly string[], isTextForOther: boolean): string {
  if (isTextForOther) return `Write ${names.join(' or ')}, without quotes`;
  const meant = typeof value === 'string' ? nearest(value, names) : undefined;
  if (meant === undefined) return `Write ${names.join(' or ')}`;
  return `Did you mean "${meant}"? Allowed: ${names.join(', ')}`;
}

function badForm({ path, value, schema, purpose }: Offence): SchemaObjection[] {
  const what = `is ${quote(String(value))}, which does not have the right form`;
  const message = sentences(what, purpose, `Write for example: ${example(schema)}`);
  return [{ rule: 'wrong-form', path, message }];
}

function correction(types: readonly string[], value: unknown, schema: SchemaNode): string {
  if (types.includes('string') && (typeof value === 'number' || typeof value === 'boolean')) {
    return 'Put quotes around it';
  }
  if (types.includes('array') && typeof value === 'string')
    return `Write a list: [${quote(value).slice(1, -1)}]`;
  return schema.examples === undefined ? 'Correct or remove it' : `Write for example: ${example(schema)}`;
}

/** In YAML's flow style, which is what fits on the line of a message. */
function example(schema: SchemaNode | undefined): string {
  const value = schema?.examples?.[0];
  if (value === undefined) return '…';
  if (typeof value === 'string') return /[\s,{]/.test(value[0] ?? '') ? JSON.stringify(value) : value;
  return JSON.stringify(value)
    .replaceAll(/"(\w+)":/g, '$1: ')
    .replaceAll(',', ', ');
}

function sentences(what: string, purpose: string | undefined, instead: string): string {
  const why = purpose === undefined ? '' : ` ${purpose.replace(/\.$/, '')}.`;
  return `${what}.${why} ${instead}`;
}

function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return (
    { string: 'text', number: 'a number', boolean: 'a boolean', object: 'a mapping' }[
      typeof value as 'string'
    ] ?? 'something else'
  );
}

function wantedKind(type: string): string {
  const kinds: Record<string, string> = {
    string: 'text',
    array: 'a list',
    object: 'a mapping',
    number: 'a number',
    integer: 'a whole number',
    boolean: 'true or false',
  };
  return kinds[type] ?? type;
}

/** Path of a JSON pointer; list indexes become numbers. */
function pathOf(pointer: string, root: unknown): Path {
  const path: (string | number)[] = [];
  for (const step of stepsOf(pointer)) path.push(Array.isArray(valueAt(root, path)) ? Number(step) : step);
  return path;
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], root);
}

/** The schema that holds the keyword at `schemaPath` (as `#/properties/version/const`). */
function schemaOf(schemaPath: string, root: SchemaNode): { schema: SchemaNode; purpose: string } {
  let schema = root;
  let purpose = root.description ?? '';
  const steps = stepsOf(schemaPath.slice(schemaPath.indexOf('#') + 1)).slice(0, -1);
  for (const step of steps) {
    schema = (schema[decodeURIComponent(step)] ?? {}) as SchemaNode;
    if (typeof schema.description === 'string') purpose = schema.description;
  }
  return { schema, purpose };
}

function stepsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
