import { entriesOf, Fields } from './fields.js';
import { shown } from './names.js';
import type { Statement } from './statement.js';

export interface OauthScheme {
  name: string;
  /** Where it stands, as `components.securitySchemes.github`. */
  path: string;
  scheme: Fields;
}

/** Security schemes of type oauth2; the statement says why the others make no connection. */
export function schemesOf(document: unknown, statement: Statement): OauthScheme[] {
  const top = entriesOf(document);
  const components = entriesOf(top?.get('components')?.value);
  return [
    ...oauthSchemes(
      components?.get('securitySchemes')?.value,
      'components.securitySchemes',
      document,
      statement,
    ),
    ...oauthSchemes(top?.get('securityDefinitions')?.value, 'securityDefinitions', document, statement),
  ];
}

const others: ReadonlyMap<unknown, string> = new Map(
  Object.entries({
    apiKey: 'is an API key, which a person pastes in. Write a connection with auth: { type: apiKey } by hand',
    http: 'is HTTP authentication, for which a manifest has no type',
    basic: 'is HTTP authentication, for which a manifest has no type',
    mutualTLS: 'is mutual TLS, for which a manifest has no type',
    openIdConnect: 'names an OpenID Connect discovery document. Fetch that, and import it',
  }),
);

function oauthSchemes(
  value: unknown,
  within: string,
  document: unknown,
  statement: Statement,
): OauthScheme[] {
  return [...(entriesOf(value) ?? [])].flatMap(([name, entry]): OauthScheme[] => {
    const path = `${within}.${shown(name)}`;
    const target = resolved(entry.value, document);
    const type = entriesOf(target)?.get('type')?.value;
    if (type === 'oauth2') {
      const scheme = Fields.of(target, path, statement);
      return scheme === undefined ? [] : [{ name, path, scheme }];
    }
    if (target === undefined)
      statement.lost(path, 'refers to another file, and one is read. Give a document in one piece');
    else statement.lost(path, others.get(type) ?? 'is no security scheme of type oauth2');
    return [];
  });
}

/** What a `$ref` within the document leads to, in one step; undefined for other files. */
function resolved(value: unknown, document: unknown): unknown {
  const target = entriesOf(value)?.get('$ref')?.value;
  if (typeof target !== 'string') return value;
  if (!target.startsWith('#/')) return undefined;
  let found: unknown = document;
  for (const step of target.slice(2).split('/')) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    found = entriesOf(found)?.get(key)?.value;
  }
  return found;
}
