import type { Objection, SubjectRule } from './rule.js';

const noConnection =
  'is missing, but "server" asks to test a server that nothing describes. Add the connection, or "mock: {}" under server';
const noOauth =
  'must be oauth for a server to be tested: the other types have no authorization server. Write oauth, or remove "server"';
const noEndpoints = 'names no server to test. Add issuer, or both authorizationUrl and tokenUrl';
const noClient =
  'is missing, and without a registered client the server refuses every request. Add for example: clientId: my-client';

/** A real server must be found and have a client; the mock brings both. */
export const reachableServer: SubjectRule = {
  demands: 'A server to be tested has endpoints or an issuer, and a registered client.',
  remedy: 'Add issuer, or authorizationUrl and tokenUrl, and the clientId of a registered client.',
  check: ({ subject: { server, connection } }) => {
    if (server === undefined || server.mock !== undefined) return [];
    if (connection === undefined) return [{ path: ['connection'], message: noConnection }];
    const { auth } = connection;
    const path = ['connection', 'auth'];
    if (auth.type !== 'oauth') return [{ path: [...path, 'type'], message: noOauth }];
    const objections: Objection[] = [];
    const hasEndpoints = auth.authorizationUrl !== undefined && auth.tokenUrl !== undefined;
    if (auth.issuer === undefined && !hasEndpoints) objections.push({ path, message: noEndpoints });
    if (auth.clientId === undefined) objections.push({ path: [...path, 'clientId'], message: noClient });
    return objections;
  },
};
