import { readFileSync } from 'node:fs';
import type { SchemaNode } from '../connection/schema-errors.js';
import { behaviourNames, loadBehaviour } from '../mock-provider/behaviour.js';

const declaredExample = {
  id: 'server/token/expires-in-number',
  reason: 'documented: tokens do not expire',
};

/** JSON Schema (2020-12) of a profile: the connection's as in subject files, and each behaviour's own. */
export async function schemaOfProfiles(): Promise<SchemaNode> {
  const { connection, declared } = definitionsOfSubjects();
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:proofkey:provider-profile:1',
    title: 'Proofkey provider profile',
    description: 'A provider that the mock plays: its connection, and how it behaves beyond that.',
    type: 'object',
    additionalProperties: false,
    required: ['connection', 'sources'],
    properties: {
      connection: {
        ...connection,
        description: "Manifest of a client of this provider, with the provider's own URLs.",
      },
      behaviours: {
        title: 'Behaviours',
        description:
          'How the provider behaves where the connection says nothing; left out is what is strict.',
        type: 'object',
        additionalProperties: false,
        properties: await behaviours(),
        examples: [{ 'token-type': 'bearer' }],
      },
      sources: listOfTexts(
        'Sources',
        'Where the facts come from.',
        "the provider's API guide, Authentication",
      ),
      notVerified: listOfTexts(
        'Not verified',
        'What is said of the provider and was not confirmed, with how it is played.',
        'lifetime of codes; played as 60 seconds',
      ),
      fails: {
        ...declaredList(declared),
        title: 'Fails',
        description: 'Requirements that the provider fails.',
      },
      warns: {
        ...declaredList(declared),
        title: 'Warns',
        description: 'Requirements that warn of the provider.',
      },
    },
  };
}

async function behaviours(): Promise<Record<string, SchemaNode>> {
  const nodes = behaviourNames().map(async (name): Promise<[string, SchemaNode]> => {
    const { describes, schema } = await loadBehaviour(name);
    return [name, { title: name, description: describes, ...schema }];
  });
  return Object.fromEntries(await Promise.all(nodes));
}

function definitionsOfSubjects(): { connection: SchemaNode; declared: SchemaNode } {
  const file = new URL('../connection/subject.schema.json', import.meta.url);
  const schema = JSON.parse(readFileSync(file, 'utf8')) as SchemaNode & { $defs: Record<string, SchemaNode> };
  return {
    connection: schema.properties?.connection as SchemaNode,
    declared: schema.$defs.declared as SchemaNode,
  };
}

function declaredList(declared: SchemaNode): SchemaNode {
  return { type: 'array', items: declared, examples: [[declaredExample]] };
}

function listOfTexts(title: string, description: string, example: string): SchemaNode {
  const items = { type: 'string', minLength: 1 };
  return { title, description, type: 'array', items, examples: [[example]] };
}
