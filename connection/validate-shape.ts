import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ValidateFunction } from 'ajv';
import { rewriteSchemaErrors, type SchemaNode, type SchemaObjection } from './schema-errors.js';

/** Files with a schema of their own: `NAME.schema.json`, from which the build makes `NAME.validate.cjs`. */
export type SchemaName = 'subject' | 'manifest';

const load = createRequire(import.meta.url);

export interface ShapeVerdict {
  /** Empty means that the value is a `SubjectInFile`, or a `ManifestInFile`. */
  objections: SchemaObjection[];
  /** Mistakes beyond those that were asked for. */
  untold: number;
}

/** What does not fit the schema, of the first `atMost` mistakes. */
export function validateShape(
  value: unknown,
  name: SchemaName = 'subject',
  atMost = Number.POSITIVE_INFINITY,
): ShapeVerdict {
  const validate = load(`./${name}.validate.cjs`) as ValidateFunction;
  const errors = validate(value) ? [] : (validate.errors ?? []);
  if (errors.length === 0) return { objections: [], untold: 0 };
  const objections = rewriteSchemaErrors(errors.slice(0, atMost), value, schemaOf(name));
  return { objections, untold: Math.max(0, errors.length - atMost) };
}

const schemas = new Map<SchemaName, SchemaNode>();

/** Only who makes a mistake needs the schema itself. */
function schemaOf(name: SchemaName): SchemaNode {
  const known = schemas.get(name);
  if (known !== undefined) return known;
  const text = readFileSync(new URL(`./${name}.schema.json`, import.meta.url), 'utf8');
  const schema = JSON.parse(text) as SchemaNode;
  schemas.set(name, schema);
  return schema;
}
