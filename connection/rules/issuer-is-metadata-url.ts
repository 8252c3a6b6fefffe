import { webUrl } from '../urls.js';
import type { ConnectionRule } from './rule.js';

export const issuerIsMetadataUrl: ConnectionRule = {
  level: 'error',
  demands: 'issuer is the identifier of the server, not the address of its metadata.',
  remedy: 'Write the issuer as the metadata spell it, without /.well-known and what follows.',
  clause: 'RFC 8414 §2 and §3',
  check({ auth: { issuer = '' } }) {
    const url = webUrl(issuer);
    if (!url?.pathname.includes('/.well-known/')) return [];
    // Before the path in RFC 8414, after it in OpenID Connect Discovery.
    const path = url.pathname.replace(/\/\.well-known\/[^/]*/, '').replace(/\/$/, '');
    return [
      {
        path: ['auth', 'issuer'],
        what: 'is the address of the metadata',
        why: 'clients build that address from the issuer, and compare the issuer with the one in the metadata',
        instead: `Write ${url.origin}${path}`,
      },
    ];
  },
};
