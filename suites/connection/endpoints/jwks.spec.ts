import { jsonObject } from '../../../fixtures/wire/transport.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { backChannelAnswer, verifyEndpoint } from '../../verify/connection/declared-endpoint.js';
import { manifestClause } from '../../verify/connection/drift.js';

test(
  'The declared key set is the one of the server',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: [manifestClause, 'RFC 7517 §5', 'RFC 8414 §2'],
    attack: 'Signatures are checked against no keys, or against those of somebody else.',
    threats: [],
    tested: 'Compares jwksUrl with the metadata, and gets the key set there.',
    fix: 'Write the jwks_uri of the server into connection.auth.jwksUrl, or leave the field out.',
    needs: ['said.jwks'],
    negative: false,
  }),
  async ({ server, judge }) =>
    verifyEndpoint(server, judge, {
      name: 'jwks',
      field: 'jwksUrl',
      member: 'jwks_uri',
      what: 'a key set',
      async probe() {
        const url = server.endpoint('jwks');
        const answer = await server.transport.send({
          method: 'GET',
          url,
          headers: { accept: 'application/json' },
        });
        return backChannelAnswer(judge, answer, (one) => Array.isArray(jsonObject(one)?.keys));
      },
    }),
);
