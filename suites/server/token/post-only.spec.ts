import { clientRoles, mayUseCode } from '../../../fixtures/server/clients.js';
import type { ServerUnderTest } from '../../../fixtures/server/server-under-test.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyQueryIgnored } from '../../verify/post-only.js';

test(
  'The token endpoint answers nothing but POST',
  requirement({
    level: 'SHOULD',
    severity: 'medium',
    tier: 'core',
    clauses: [
      'RFC 6749 §3.2',
      'OAuth 2.1 draft-16 §3.2',
      'RFC 9110 §15.5.6',
      'Harness policy (the RFCs oblige the client)',
    ],
    attack: 'Codes and client secrets land in access logs and referrers.',
    threats: ['RFC 6819 §4.3.3', 'RFC 6819 §4.4.1.1'],
    tested: 'Sends by GET and by PUT, in the query, what a POST is granted a token for, and then POSTs it.',
    fix: 'Answer every method but POST at the token endpoint with 405 and Allow: POST, before the query is read.',
    needs: ['as.endpoints'],
    negative: true,
    control: 'the token endpoint issues a token',
  }),
  async ({ server, judge }) => {
    const caller = queryCaller(server);
    for (const method of ['GET', 'PUT']) {
      await judge.variant(method, () => verifyQueryIgnored(caller, judge, method));
    }
  },
);

/** A client whose secret, if it has one, travels in a header: a secret in a URL would be our own leak. */
function queryCaller(server: ServerUnderTest): ServerUnderTest {
  const { clients, login } = server.facts;
  const service = clients.find(
    (client) => clientRoles['service-client'](client) && client.authentication === 'client_secret_basic',
  );
  const inHeader = ['none', 'client_secret_basic'];
  const coded = clients.find((client) => mayUseCode(client) && inHeader.includes(client.authentication));
  return server.as(service ?? (login === undefined ? undefined : coded) ?? server.client);
}
