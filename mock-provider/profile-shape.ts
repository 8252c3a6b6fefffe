import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { rewriteSchemaErrors, type SchemaNode } from '../connection/schema-errors.js';
import { formatPath } from '../connection/subject-file-error.js';

/** What does not fit profile.schema.json, in words; undefined when all does. */
export function profileProblem(value: unknown): string | undefined {
  const text = readFileSync(new URL('./profiles/profile.schema.json', import.meta.url), 'utf8');
  const schema = JSON.parse(text) as SchemaNode;
  const ajv = new Ajv2020({ strict: false, allErrors: true, discriminator: true, validateFormats: false });
  const validate = ajv.compile(schema);
  if (validate(value)) return undefined;
  return rewriteSchemaErrors(validate.errors ?? [], value, schema)
    .map(({ path, message }) => `${formatPath(path)} ${message}`)
    .join('\n');
}
