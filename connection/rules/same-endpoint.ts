import { webUrl } from '../urls.js';
import type { ConnectionRule } from './rule.js';

export const sameEndpoint: ConnectionRule = {
  level: 'warning',
  demands: 'authorizationUrl and tokenUrl are two addresses.',
  remedy: 'Write the token endpoint as the documentation or the metadata of the server name it.',
  check({ auth: { authorizationUrl = '', tokenUrl = '' } }) {
    const authorization = webUrl(authorizationUrl);
    if (authorization === undefined || authorization.href !== webUrl(tokenUrl)?.href) return [];
    return [
      {
        path: ['auth', 'tokenUrl'],
        what: 'is the same address as authorizationUrl',
        why: 'one is a page for people and the other answers clients, and servers have them apart',
        instead: 'Write the token endpoint, as the documentation or the metadata of the server name it',
      },
    ];
  },
};
