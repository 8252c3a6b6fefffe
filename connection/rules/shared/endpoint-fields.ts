import type { ConnectionAuth } from '../../subject.js';
import type { Path } from '../../subject-file-error.js';

/** The issuer and every endpoint, as `['auth', 'tokenUrl']` and its URL. */
export function endpointFields(auth: ConnectionAuth): [Path, string][] {
  return Object.entries(auth).flatMap(([key, value]): [Path, string][] =>
    typeof value === 'string' && (key === 'issuer' || key.endsWith('Url')) ? [[['auth', key], value]] : [],
  );
}
