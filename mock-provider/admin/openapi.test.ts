import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { startMockProvider } from '../index.js';
import { send } from '../testing/relying-party.js';
import { adminRoutes } from './routes.js';

interface Content {
  [type: string]: { schema?: object; examples?: Record<string, { value: unknown }> };
}

interface Operation {
  requestBody?: { content: Content };
  responses: Record<string, { $ref?: string; content?: Content }>;
}

interface Parameter {
  name: string;
  in: string;
  example?: string;
}

interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: {
    parameters: Record<string, Parameter>;
    schemas: Record<string, object>;
    responses: Record<string, { content: Content }>;
  };
}

const file = new URL('./openapi.yaml', import.meta.url);
const document = parse(readFileSync(file, 'utf8')) as Document;
const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(document, 'openapi');

const verbs = ['get', 'post', 'put', 'delete'];
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([verb]) => verbs.includes(verb))
    .map(([verb, operation]) => ({ route: `${verb.toUpperCase()} ${path}`, path, verb, operation })),
);

test('the routes in code and in openapi.yaml are the same', () => {
  const documented = operations.map(({ route }) => route).sort();
  assert.deepEqual(adminRoutes.map(({ method, path }) => `${method} ${path}`).sort(), documented);
  const withBody = operations.filter(({ operation }) => operation.requestBody).map(({ route }) => route);
  const takesBody = adminRoutes.filter(({ body }) => body).map(({ method, path }) => `${method} ${path}`);
  assert.deepEqual(takesBody.sort(), withBody.sort());
});

const token = 'the-admin-token';
const provider = await startMockProvider({ admin: { token } });
after(() => provider.close());

const { parameters } = document.components;

/** Those that act on a grant have no example: its id is new each time. grants.test.ts tries them. */
const withoutExample = ['/live', '/grants/revoke', '/grants/expire'];

/** The file's own order would delete the tenant that later examples use. */
const inOrder = operations
  .filter(({ path }) => !withoutExample.some((end) => path.endsWith(end)))
  .sort((a, b) => rank(a.route) - rank(b.route));

function rank(route: string): number {
  if (route === 'POST /tenants') return 0;
  return route === 'DELETE /tenants/{tenant}' ? 2 : 1;
}

for (const { route, path, verb, operation } of inOrder) {
  const examples = Object.entries(
    operation.requestBody?.content['application/json']?.examples ?? { none: undefined },
  );
  for (const [name, example] of examples) {
    test(`${route}, example ${name}, is accepted and answered as documented`, async () => {
      if (example !== undefined) assertValid(operation.requestBody?.content, example.value);
      const { status, text, headers } = await send(
        `${provider.address}/_proofkey${path.replace(/\{(\w+)\}/g, (_, of) => parameters[of]?.example ?? of)}`,
        {
          method: verb.toUpperCase(),
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          ...(example === undefined ? {} : { body: JSON.stringify(example.value) }),
        },
      );
      assert.ok(status < 300, `${status} ${text}`);
      const documented = operation.responses[status];
      assert.ok(documented, `${status} is not documented`);
      const content = documented.$ref ? referred(documented.$ref) : documented.content;
      const type = headers.get('content-type')?.split(';')[0] ?? '';
      if (content === undefined) assert.equal(text, '');
      else if (type === 'application/json') assertValid(content, JSON.parse(text));
      else assert.ok(Object.hasOwn(content, type), `${type} is not documented`);
    });
  }
}

function referred(reference: string): Content | undefined {
  return document.components.responses[reference.split('/').at(-1) ?? '']?.content;
}

/** Against the schema as the file has it; its references are relative to the whole document. */
function assertValid(content: Content | undefined, value: unknown): void {
  const schema = JSON.stringify(content?.['application/json']?.schema).replaceAll('"#/', '"openapi#/');
  const validate = ajv.compile(JSON.parse(schema));
  assert.ok(validate(value), ajv.errorsText(validate.errors));
}
