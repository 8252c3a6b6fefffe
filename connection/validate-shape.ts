import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { rewriteSchemaErrors, type SchemaNode } from './schema-errors.js';
import type { Objection } from './subject-rules/rule.js';

interface Shape {
  schema: SchemaNode;
  validate: ValidateFunction;
}

let shape: Shape | undefined;

/** What does not fit subject.schema.json; empty means that the value is a `SubjectInFile`. */
export function validateShape(value: unknown): Objection[] {
  shape ??= compile();
  return shape.validate(value) ? [] : rewriteSchemaErrors(shape.validate.errors ?? [], value, shape.schema);
}

/** Takes some 20 ms, so only when the first file is loaded, and once. */
function compile(): Shape {
  const text = readFileSync(new URL('./subject.schema.json', import.meta.url), 'utf8');
  const schema = JSON.parse(text) as SchemaNode;
  // A test validates the schema itself, and optimized code pays only after thousands of files: both would cost more
  // time at each start than the validation.
  const ajv = new Ajv2020({
    strict: true,
    allErrors: true,
    allowUnionTypes: true,
    discriminator: true,
    meta: false,
    validateSchema: false,
    code: { optimize: false },
  });
  formats.default(ajv, ['date']);
  // For editors: the rules on URLs say better what is wrong with one.
  ajv.addFormat('uri', true);
  return { schema, validate: ajv.compile(schema) };
}
