import type { SubjectRule } from './rule.js';

const message =
  'the file names neither a connection, a server nor a client, so there is nothing to judge. Add "connection", "server: { mock: {} }", or "client" with a driver';

export const somethingToJudge: SubjectRule = {
  demands: 'The file names a connection, a server or a client.',
  remedy: 'Add a connection to be checked, a server or a client.',
  check: ({ subject: { connection, server, client } }) =>
    connection === undefined && server === undefined && client === undefined ? [{ path: [], message }] : [],
};
