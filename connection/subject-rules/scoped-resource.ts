import type { SubjectRule } from './rule.js';

const message =
  'is not among the scopes of the connection, so no token could ever open this resource. Add it to connection.auth.scopes';

export const scopedResource: SubjectRule = {
  demands: "The scope of a scoped resource is one of the connection's.",
  remedy: 'Add the scope to connection.auth.scopes, or name one that stands there.',
  check: ({ subject: { connection, server } }) => {
    const scope = server?.scopedResource?.scope;
    // The mock without a connection brings scopes of its own.
    if (scope === undefined || (connection === undefined && server?.mock !== undefined)) return [];
    if (connection?.auth.scopes?.includes(scope)) return [];
    return [{ path: ['server', 'scopedResource', 'scope'], message }];
  },
};
