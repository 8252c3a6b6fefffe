import type { SubjectRule } from './rule.js';

const message =
  'the file names neither a connection nor a server, so there is nothing to judge. Add "connection", or "server: { mock: {} }"';

export const somethingToJudge: SubjectRule = ({ subject: { connection, server } }) =>
  connection === undefined && server === undefined ? [{ path: [], message }] : [];
