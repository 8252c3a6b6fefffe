import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyAuthentication } from '../../verify/connection/declared-authentication.js';
import { manifestClause } from '../../verify/connection/drift.js';

test(
  'The client authenticates at the token endpoint as declared',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: [manifestClause, 'RFC 6749 §2.3', 'RFC 8414 §2', 'RFC 7591 §2'],
    attack: 'Nobody can log in, or a secret is asked of a program that cannot keep one.',
    threats: [],
    tested:
      'Redeems a code by the declared method; where it is refused, by the others that the file has the means for.',
    fix: 'Set connection.auth.clientAuthentication (and clientType) to what the server has registered for the client.',
    needs: ['as.code', 'cfg.login', 'as.endpoints'],
    negative: false,
  }),
  async ({ server, judge }) => {
    const { clientAuthentication, clientSecret, clientType } = server.facts.declared;
    const confidential = clientType === 'confidential' || clientSecret !== undefined;
    await verifyAuthentication(server, judge, {
      field: 'connection.auth.clientAuthentication',
      method: clientAuthentication ?? (confidential ? 'client_secret_basic' : 'none'),
      ...(clientAuthentication === undefined
        ? { by: `by default for a ${confidential ? 'confidential' : 'public'} client` }
        : {}),
    });
  },
);
