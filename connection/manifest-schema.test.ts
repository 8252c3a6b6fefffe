import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

type Node = Record<string, unknown>;
const read = (file: string) => JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Node;
const manifest = read('./manifest.schema.json');
const subject = read('./subject.schema.json');

function compiler(): Ajv2020 {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, discriminator: true });
  formats.default(ajv, ['date', 'uri']);
  return ajv;
}

test('the schema that is published is complete in itself, and has the connection of subject files', () => {
  assert.doesNotThrow(() => compiler().compile(manifest));
  assert.deepEqual((manifest.$defs as Node).connection, (subject.properties as Node).connection);
});

test('each property has a title, a description, and an example that it accepts', () => {
  const ajv = compiler();
  ajv.addSchema(manifest);
  const own = Object.entries(manifest.properties as Record<string, Node>);
  assert.equal(own.length, 5);
  for (const [name, { title, description, examples }] of own) {
    assert.ok(title && description, name);
    const accepts = ajv.getSchema(`${String(manifest.$id)}#/properties/${name}`);
    for (const example of examples as unknown[]) assert.ok(accepts?.(example), name);
  }
});

test('the example of the whole file is accepted', () => {
  const accepts = compiler().compile(manifest);
  for (const example of manifest.examples as unknown[]) assert.ok(accepts(example));
});

test('it is published', () => {
  const { exports } = read('../../package.json') as { exports: Record<string, string> };
  assert.equal(exports['./manifest.schema.json'], './dist/connection/manifest.schema.json');
});
