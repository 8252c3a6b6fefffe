import { isBlockedScheme } from './blocked-scheme.js';
import type { ConnectionRule } from './rule.js';
import { appScheme } from './shared/redirect-parts.js';

export const reverseDomainScheme: ConnectionRule = {
  level: 'warning',
  demands: 'The scheme of an app redirect is a reverse domain name.',
  remedy: 'Write a domain name of yours from the end, for example com.example.app.',
  clause: 'RFC 8252 §7.1 and §8.4',
  check(connection) {
    const found = appScheme(connection);
    if (found === undefined || found.scheme.includes('.') || isBlockedScheme(found.scheme)) return [];
    return [
      {
        path: found.path,
        what: `is ${found.scheme}, which is no reverse domain name`,
        why: 'any other app may claim so short a name, and then receive the code',
        instead: 'Write a domain name of yours from the end, for example com.example.app',
      },
    ];
  },
};
