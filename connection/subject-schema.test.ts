import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

type Node = Record<string, unknown>;
const schema = JSON.parse(readFileSync(new URL('./subject.schema.json', import.meta.url), 'utf8')) as Node;

function compiler(): Ajv2020 {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, discriminator: true });
  formats.default(ajv, ['date', 'uri']);
  return ajv;
}

/** Each schema inside the schema, with where it stands. */
function* nodes(node: Node, at = '#'): Generator<[string, Node]> {
  yield [at, node];
  for (const [key, value] of Object.entries(node)) {
    if (key === 'examples' || typeof value !== 'object' || value === null) continue;
    const children = key === 'properties' || key === '$defs' ? Object.entries(value) : [['', value] as const];
    for (const [name, child] of Array.isArray(value) ? value.entries() : children) {
      if (typeof child === 'object') yield* nodes(child as Node, `${at}/${key}/${name}`);
    }
  }
}

const all = [...nodes(schema)];
const properties = all.filter(([at]) => /\/properties\/[^/]+$/.test(at));

test('the schema is valid JSON Schema 2020-12, also for a strict compiler', () => {
  assert.doesNotThrow(() => compiler().compile(schema));
});

test('each property has a title and a description', () => {
  assert.ok(properties.length > 70, `only ${properties.length} properties were found`);
  const lacking = properties.filter(([, { title, description }]) => !title || !description);
  assert.deepEqual(
    lacking.map(([at]) => at),
    [],
  );
});

test('each property has an example that it accepts', () => {
  const ajv = compiler();
  ajv.addSchema(schema);
  const wrong = properties.filter(([at, { examples, const: only }]) => {
    const samples = only === undefined ? ((examples ?? []) as unknown[]) : [only];
    const validate = ajv.getSchema(`${String(schema.$id)}${at}`);
    return samples.length === 0 || !samples.every((sample) => validate?.(sample));
  });
  assert.deepEqual(
    wrong.map(([at]) => at),
    [],
  );
});

test('the example of the whole file is accepted', () => {
  const validate = compiler().compile(schema);
  for (const example of schema.examples as unknown[]) assert.ok(validate(example));
});

test('every mapping with fixed keys refuses others', () => {
  // A JWK may have members that we do not know (RFC 7517 section 4); "redirect" is closed in its three shapes.
  const open = /\/(privateKey|redirect)$/;
  const closable = all.filter(([at, node]) => node.properties !== undefined && !open.test(at));
  assert.ok(closable.length > 12);
  assert.deepEqual(
    closable.filter(([, node]) => node.additionalProperties !== false).map(([at]) => at),
    [],
  );
});
