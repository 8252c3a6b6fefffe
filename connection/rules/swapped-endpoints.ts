import { quote } from '../subject-file-error.js';
import { webUrl } from '../urls.js';
import type { ConnectionRule } from './rule.js';

export const swappedEndpoints: ConnectionRule = {
  level: 'error',
  demands: 'authorizationUrl and tokenUrl do not stand in the place of each other.',
  remedy: 'Exchange authorizationUrl and tokenUrl.',
  check({ auth }) {
    const atAuthorization = lastSegment(auth.authorizationUrl);
    const atToken = lastSegment(auth.tokenUrl);
    // Both, since a server may call one of them anything.
    if (!/(^|[_.-])token$/i.test(atAuthorization) || !/^(authori[sz]e|authori[sz]ation|auth)$/i.test(atToken))
      return [];
    return [
      {
        path: ['auth', 'authorizationUrl'],
        what: `ends with ${quote(atAuthorization)}, and tokenUrl with ${quote(atToken)}`,
        why: 'people would be sent to the token endpoint, and codes to a page',
        instead: 'Exchange the two',
      },
    ];
  },
};

function lastSegment(url = ''): string {
  const path = webUrl(url)?.pathname.replace(/\/+$/, '') ?? '';
  return path.slice(path.lastIndexOf('/') + 1);
}
