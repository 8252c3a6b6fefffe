// The schemas of files as code: compiling them at each start took longer than everything else that it does.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import formats from 'ajv-formats';

/** Writes `manifest.schema.json`, complete in itself, and a `*.validate.cjs` beside each schema, into `dist`. */
export function compileSchemas(dist) {
  const results = read(join(dist, 'results'), 'results.schema.json');
  // Nobody writes them by hand: the first mistake tells enough, and a hostile file has millions.
  writeFileSync(join(dist, 'results', 'results.validate.cjs'), validatorOf(results, { allErrors: false }));
  const folder = join(dist, 'connection');
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

function validatorOf(schema, { allErrors = true } = {}) {
  const ajv = new Ajv2020({
    strict: true,
    allErrors,
    allowUnionTypes: true,
    discriminator: true,
    code: { source: true, lines: true },
  });
  formats.default(ajv, ['date', 'date-time']);
  // For editors: the rules on URLs say better what is wrong with one.
  ajv.addFormat('uri', true);
  return standalone.default(ajv, ajv.compile(schema));
}
