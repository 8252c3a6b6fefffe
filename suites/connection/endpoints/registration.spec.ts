import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import {
  backChannelAnswer,
  refusesRequest,
  verifyEndpoint,
} from '../../verify/connection/declared-endpoint.js';
import { manifestClause } from '../../verify/connection/drift.js';

/** No server can register it (RFC 7591 §2: an array of redirection URI strings), so that nothing is left behind. */
const unregisterable = { redirect_uris: ['not a uri'] };

test(
  'The declared registration endpoint is the one of the server',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: [manifestClause, 'RFC 7591 §3', 'RFC 8414 §2'],
    attack: 'Clients that register themselves never get to log in.',
    threats: [],
    tested:
      'Compares registrationUrl with the metadata, and sends client metadata there that cannot be registered.',
    fix: 'Write the registration endpoint of the server into connection.auth.registrationUrl, or leave the field out.',
    needs: ['said.registration-endpoint'],
    negative: false,
  }),
  async ({ server, judge }) =>
    verifyEndpoint(server, judge, {
      name: 'registration',
      field: 'registrationUrl',
      member: 'registration_endpoint',
      absent: 'none',
      what: 'a registration endpoint',
      async probe() {
        const answer = await server.transport.send({
          method: 'POST',
          url: server.endpoint('registration'),
          headers: { accept: 'application/json', 'content-type': 'application/json' },
          body: JSON.stringify(unregisterable),
        });
        return backChannelAnswer(judge, answer, (one) => one.status === 201 || refusesRequest(one));
      },
    }),
);
