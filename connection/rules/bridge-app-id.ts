import type { ConnectionRule } from './rule.js';

export const bridgeAppId: ConnectionRule = {
  level: 'warning',
  demands: 'appId of a bridge is a reverse domain name.',
  remedy: 'Write a domain name of yours from the end, for example com.example.app.',
  check({ auth: { bridge } }) {
    if (bridge === undefined || /^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9_-]*)+$/i.test(bridge.appId)) return [];
    return [
      {
        path: ['auth', 'bridge', 'appId'],
        what: 'is no reverse domain name',
        why: 'the platform keeps applications apart by it, and another may have chosen the same',
        instead: 'Write a domain name of yours from the end, for example com.example.app',
      },
    ];
  },
};
