import { quote } from '../subject-file-error.js';
import type { ConnectionRule } from './rule.js';

export const appUriSlash: ConnectionRule = {
  level: 'error',
  demands: 'callbackPath of an app URI begins with a single slash.',
  remedy: 'Begin callbackPath with one slash.',
  clause: 'RFC 8252 §7.1',
  check({ auth: { redirect } }) {
    if (redirect?.method !== 'app-uri' || !redirect.callbackPath.startsWith('//')) return [];
    const single = redirect.callbackPath.replace(/^\/+/, '/');
    return [
      {
        path: ['auth', 'redirect', 'callbackPath'],
        what: 'begins with more than one slash',
        why: 'after "//" comes the name of a host, and providers refuse it for a scheme that has none',
        instead: `Write ${quote(single)}`,
        fix: { replaceWith: single },
      },
    ];
  },
};
