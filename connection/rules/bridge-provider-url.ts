import { isLoopbackHost } from '../loopback.js';
import { webUrl } from '../urls.js';
import type { ConnectionRule } from './rule.js';

export const bridgeProviderUrl: ConnectionRule = {
  level: 'error',
  demands: 'providerUrl of a bridge is an absolute https URL without user name, query and fragment.',
  remedy: 'Write the issuer identifier of the provider, for example https://accounts.example.com.',
  clause: 'RFC 8414 §2',
  check({ auth: { bridge } }) {
    if (bridge?.providerUrl === undefined) return [];
    const url = webUrl(bridge.providerUrl);
    const isSafe = url?.protocol === 'https:' || (url !== undefined && isLoopbackHost(url.hostname));
    if (isSafe && !/[?#@]/.test(bridge.providerUrl)) return [];
    return [
      {
        path: ['auth', 'bridge', 'providerUrl'],
        what: isSafe ? 'has a user name, a query or a fragment' : 'is not an absolute https URL',
        why: 'the platform finds the provider by it, as by an issuer identifier',
        instead: 'Write the issuer identifier, for example https://accounts.example.com',
      },
    ];
  },
};
