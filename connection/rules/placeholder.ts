import type { Connection } from '../subject.js';
import type { Path } from '../subject-file-error.js';
import type { ConnectionRule } from './rule.js';
import { endpointFields } from './shared/endpoint-fields.js';
import { redirectText } from './shared/redirect-parts.js';

export const placeholder: ConnectionRule = {
  level: 'warning',
  demands: 'Nothing that documentation leaves to be filled in stands in a URL or the client id.',
  remedy: 'Write the real value.',
  check(connection) {
    return candidates(connection)
      .filter(([, text]) => isPlaceholder(text))
      .map(([path]) => ({
        path,
        what: 'holds a placeholder of the documentation',
        why: 'nothing fills it in, so that requests go to a server or client of that name',
        instead: 'Write the real value',
      }));
  },
};

function candidates(connection: Connection): [Path, string][] {
  const { clientId } = connection.auth;
  const redirect = redirectText(connection);
  return [
    ...endpointFields(connection.auth),
    ...(redirect === undefined ? [] : [[redirect.path, redirect.text] satisfies [Path, string]]),
    ...(clientId === undefined ? [] : [[['auth', 'clientId'], clientId] satisfies [Path, string]]),
  ];
}

/** `{tenant}`, `<client-id>`, `YOUR_CLIENT_ID`; but not `${NAME}`, which the environment fills in. */
function isPlaceholder(text: string): boolean {
  if (/(?<!\$)\{[^{}]*\}|<[^<>]+>/.test(text)) return true;
  if (/(^|[/.=])YOUR[-_]|^(https:\/\/)?your[-_ ](client|api|app|tenant|domain|shop)\b/.test(text))
    return true;
  return /^(changeme|todo|xxx+|replace[-_ ]?me)$/i.test(text);
}
