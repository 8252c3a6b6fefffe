import type { Connection } from '../subject.js';
import type { Dialect } from './dialect.js';
import { entriesOf } from './fields.js';
import { Ids } from './names.js';
import { postmanConnection } from './postman-connection.js';
import { postmanFields, postmanVariables } from './postman-fields.js';
import { Statement } from './statement.js';

export const postman: Dialect = {
  title: 'the OAuth 2.0 authorization of a Postman collection or request',
  expects:
    "a Postman collection, request or auth with type: 'oauth2' and oauth2: [{ key, value }, …] or { authUrl, accessTokenUrl, … }, in JSON",
  recognises: ({ data }) => authorizations(data).length > 0,
  read({ data }, statement) {
    const found = authorizations(data);
    const variables = postmanVariables(data);
    const title = entriesOf(entriesOf(data)?.get('info')?.value)?.get('name')?.value;
    const ids = new Ids();
    const seen = new Set<string>();
    return found.flatMap(({ oauth2, name }): Connection[] => {
      // Requests often repeat what their collection has.
      const written = JSON.stringify(oauth2);
      if (seen.has(written)) return [];
      seen.add(written);
      const said = new Statement();
      const fields = postmanFields(oauth2, variables, said);
      const connection = postmanConnection(fields, typeof title === 'string' ? title : undefined, said);
      const id = connection === undefined ? undefined : ids.next(connection.id);
      statement.include(said, found.length === 1 ? undefined : (id ?? name));
      return connection === undefined || id === undefined ? [] : [{ ...connection, id }];
    });
  },
};

interface Authorization {
  oauth2: object;
  /** Of the request or folder that has it. */
  name?: string;
}

/** The `oauth2` of each authorization, outermost first; without recursion, whatever the depth. */
function authorizations(data: unknown): Authorization[] {
  const found: Authorization[] = [];
  const waiting: { value: unknown; name?: string }[] = [{ value: data }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, name: outer } = next;
    if (typeof value !== 'object' || value === null) continue;
    const { type, oauth2, name: own = outer } = value as Record<string, unknown>;
    const name = typeof own === 'string' ? { name: own } : {};
    if (type === 'oauth2' && typeof oauth2 === 'object' && oauth2 !== null) found.push({ oauth2, ...name });
    for (const child of Object.values(value).reverse()) waiting.push({ value: child, ...name });
  }
  return found;
}
