import { type SecretMethod, secretMethods } from '../../../fixtures/server/client-authentication.js';
import { clientRoles, type TestClient } from '../../../fixtures/server/clients.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifySecretChecked } from '../../verify/secret-checked.js';

test(
  'A wrong secret never authenticates',
  requirement({
    level: 'MUST',
    severity: 'critical',
    tier: 'core',
    clauses: ['RFC 6749 §3.2.1', 'RFC 6749 §5.2'],
    attack: 'Anybody impersonates the client, and redeems stolen codes and refresh tokens.',
    threats: [
      'RFC 9700 §4.2.1',
      'RFC 9700 §4.14',
      'RFC 6819 §4.1.2',
      'RFC 6819 §4.3.5',
      'RFC 6819 §4.4.1.1',
      'RFC 6819 §4.4.1.3',
      'RFC 6819 §4.4.1.5',
      'RFC 6819 §4.5.3',
    ],
    tested:
      'Makes one token request with the right secret, then by Basic and in the body with a random, an empty, a shortened and a case-changed one.',
    fix: 'Compare the whole secret, byte for byte and in constant time, and answer invalid_client when it differs.',
    needs: ['cfg.confidential-client', 'as.endpoints'],
    negative: true,
    control: 'the token endpoint issues a token',
  }),
  async ({ server, judge }) => {
    const confidential = server.facts.clients.filter(clientRoles['confidential-client']);
    for (const method of Object.keys(secretMethods) as SecretMethod[]) {
      const client = confidential.find(({ authentication }) => authentication === method) ?? confidential[0];
      await verifySecretChecked(server.as(client as TestClient), judge, method);
    }
  },
);
