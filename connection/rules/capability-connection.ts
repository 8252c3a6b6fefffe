import { quote } from '../subject-file-error.js';
import type { ConnectionRule } from './rule.js';

export const capabilityConnection: ConnectionRule = {
  level: 'error',
  demands: 'aiCapability.connectionId is the id of a connection in the same file.',
  remedy: 'Write the id of a connection in this file, or declare the connection.',
  check(_connection, { connections, capabilityConnectionId }) {
    if (capabilityConnectionId === undefined) return [];
    if (connections.some(({ id }) => id === capabilityConnectionId)) return [];
    const ids = connections.slice(0, 3).map(({ id }) => quote(id));
    return [
      {
        path: ['aiCapability', 'connectionId'],
        from: 'file',
        what: 'is the id of no connection in this file',
        why: 'the capability would never be offered, since its connection is never connected',
        instead: `Write ${ids.join(' or ')}, or declare the connection`,
      },
    ];
  },
};
