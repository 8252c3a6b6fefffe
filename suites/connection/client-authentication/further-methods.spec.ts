import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyAuthentication } from '../../verify/connection/declared-authentication.js';
import { manifestClause } from '../../verify/connection/drift.js';

test(
  'Each further method of client authentication works as declared and advertised',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: [manifestClause, 'RFC 8414 §2', 'RFC 7591 §2'],
    attack: 'Clients pick a method from the metadata that the server does not take.',
    threats: [],
    tested:
      'Redeems a code as one client of server.clients for each method that the connection does not use.',
    fix: 'Set clientAuthentication of the client to what is registered, and token_endpoint_auth_methods_supported to what works.',
    needs: ['as.code', 'cfg.login', 'as.endpoints', 'said.further-methods'],
    negative: false,
  }),
  async ({ server, judge }) => {
    const seen = new Set([server.client.authentication]);
    for (const client of server.codeClients) {
      if (seen.has(client.authentication)) continue;
      seen.add(client.authentication);
      await judge.variant(client.name, () =>
        verifyAuthentication(server.as(client), judge, {
          field: `server.clients.${client.name}.clientAuthentication`,
          method: client.authentication,
        }),
      );
    }
  },
);
