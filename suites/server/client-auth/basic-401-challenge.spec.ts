import { clientRoles } from '../../../fixtures/server/clients.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyBasicChallenge } from '../../verify/basic-challenge.js';

test(
  'Failed Basic authentication is a 401 with a matching challenge',
  requirement({
    level: 'MUST',
    severity: 'low',
    tier: 'core',
    clauses: ['RFC 6749 §5.2', 'RFC 9110 §11.6.1'],
    attack: 'Clients and proxies cannot tell that the authentication failed.',
    threats: [],
    tested: 'Makes a token request with the right secret by Basic, and the same with a wrong one.',
    fix: 'Answer failed Basic authentication 401 with WWW-Authenticate: Basic and error=invalid_client.',
    needs: ['cfg.confidential-client', 'as.auth-basic', 'as.endpoints'],
    negative: true,
    control: 'the token endpoint issues a token',
  }),
  async ({ server, judge }) => {
    const { clients } = server.facts;
    const basic = clients.find(({ authentication }) => authentication === 'client_secret_basic');
    const client = basic ?? clients.find(clientRoles['confidential-client']) ?? server.client;
    await verifyBasicChallenge(server.as(client), judge);
  },
);
