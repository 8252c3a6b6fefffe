import { issuerOf } from '../../../fixtures/server/comparable.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { manifestClause, said, verifyField } from '../../verify/connection/drift.js';

test(
  'The declared issuer is the one that the server names',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: [manifestClause, 'RFC 8414 §3.3', 'RFC 9207 §2.4'],
    attack:
      'Clients that compare issuers refuse the right server, and those that do not cannot tell a mix-up.',
    threats: ['RFC 9700 §4.4'],
    tested: 'Compares issuer, byte for byte, with the metadata and with iss of an authorization response.',
    fix: 'Write the issuer identifier into connection.auth.issuer exactly as the server spells it.',
    needs: ['said.issuer'],
    negative: false,
  }),
  async ({ server, judge }) => {
    const { metadata, declared } = server.facts;
    verifyField(judge, {
      field: 'connection.auth.issuer',
      declared: said(declared.issuer),
      advertised: said(typeof metadata.issuer === 'string' ? metadata.issuer : undefined),
      observed: await issuerOf(server),
    });
  },
);
