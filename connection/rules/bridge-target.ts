import type { ConnectionRule } from './rule.js';

export const bridgeTarget: ConnectionRule = {
  level: 'error',
  demands: 'A bridge has either providerUrl or integrationId.',
  remedy: 'Keep providerUrl, or integrationId if the organisation set one up, and remove the other.',
  check({ auth: { bridge } }) {
    if (bridge === undefined) return [];
    const { providerUrl, integrationId } = bridge;
    if ((providerUrl === undefined) !== (integrationId === undefined)) return [];
    const hasBoth = providerUrl !== undefined;
    return [
      {
        path: hasBoth ? ['auth', 'bridge', 'integrationId'] : ['auth', 'bridge'],
        what: hasBoth ? 'stands beside providerUrl' : 'has neither providerUrl nor integrationId',
        why: hasBoth
          ? 'the two may mean different providers, and the platform takes one'
          : 'the platform could not tell which provider to ask',
        instead: hasBoth
          ? 'Remove one of the two'
          : 'Add providerUrl, or integrationId if the organisation set one up',
      },
    ];
  },
};
