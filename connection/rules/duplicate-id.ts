import type { ConnectionRule } from './rule.js';

export const duplicateId: ConnectionRule = {
  level: 'error',
  demands: 'No two connections of a file share an id.',
  remedy: 'Give each connection an id of its own.',
  check(connection, { connections }) {
    const first = connections.find(({ id }) => id === connection.id);
    if (first === connection) return [];
    return [
      {
        path: ['id'],
        what: 'is the id of an earlier connection in this file',
        why: 'what is stored for one would be read for the other',
        instead: 'Give each connection an id of its own',
      },
    ];
  },
};
