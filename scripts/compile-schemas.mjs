// The schemas of YAML files as code: compiling them at each start took longer than everything else that it does.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import formats from 'ajv-formats';

/** Writes `manifest.schema.json`, complete in itself, and a `*.validate.cjs` beside each schema, into `folder`. */
export function compileSchemas(folder) {
  const subject = read(folder, 'subject.schema.json');
  const manifest = read(folder, 'manifest.schema.json');
  // One definition: the manifest's connection is that of the subject file. Editors want it all in one document.
  manifest.$defs.connection = subject.properties.connection;
  writeFileSync(join(folder, 'manifest.schema.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  for (const [name, schema] of Object.entries({ subject, manifest }))
    writeFileSync(join(folder, `${name}.validate.cjs`), validatorOf(schema));
}

function read(folder, file) {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'));
}

function validatorOf(schema) {
  const ajv = new Ajv2020({
    strict: true,
    allErrors: true,
    allowUnionTypes: true,
    discriminator: true,
    code: { source: true, lines: true },
  });
  formats.default(ajv, ['date']);
  // For editors: the rules on URLs say better what is wrong with one.
  ajv.addFormat('uri', true);
  return standalone.default(ajv, ajv.compile(schema));
}
