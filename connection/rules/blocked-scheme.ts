import type { ConnectionRule } from './rule.js';
import { appScheme } from './shared/redirect-parts.js';

/** Schemes that a browser or the system keeps to itself, or that run what follows them. */
const blocked = new Set(
  'about blob chrome data file filesystem ftp http https intent javascript mailto sms tel urn vbscript view-source ws wss'.split(
    ' ',
  ),
);

export const blockedScheme: ConnectionRule = {
  level: 'error',
  demands: 'The scheme of an app redirect is one that no browser or system keeps to itself.',
  remedy:
    'Choose a scheme of your own, such as com.example.app; for https write method: web and the whole URL as redirectUrl.',
  clause: 'RFC 8252 §7.1',
  check(connection) {
    const found = appScheme(connection);
    if (found === undefined || !blocked.has(found.scheme)) return [];
    const isWeb = found.scheme === 'https' || found.scheme === 'http';
    return [
      {
        path: found.path,
        what: `is ${found.scheme}, which is no scheme of an app`,
        why: 'the response would be opened, run or sent elsewhere instead of reaching the app',
        instead: isWeb
          ? 'Write method: web and the whole URL as redirectUrl'
          : 'Write a reverse domain name, for example com.example.app',
      },
    ];
  },
};

export function isBlockedScheme(scheme: string): boolean {
  return blocked.has(scheme);
}
