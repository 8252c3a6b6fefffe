import { listed } from '../../../fixtures/server/facts.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { challenged } from '../../verify/connection/challenge-methods.js';
import { attemptCode } from '../../verify/connection/code-attempt.js';
import { manifestClause, said, verifyField } from '../../verify/connection/drift.js';

test(
  'A challenge without method means what the metadata lead to expect',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: [manifestClause, 'RFC 7636 §4.3', 'RFC 8414 §2'],
    attack:
      'One half takes for a plain challenge what the other takes for a hash, so that logins fail or prove nothing.',
    threats: [],
    tested:
      'Leaves code_challenge_method out, once with an S256 challenge and once with a plain one, and redeems the codes.',
    fix: 'Take a challenge without method for plain, or refuse it where plain is not supported; always send the method.',
    needs: ['as.code', 'cfg.login', 'as.document', 'said.pkce-methods'],
    negative: true,
    control: 'server/authz-request/code-roundtrip',
  }),
  async ({ server, judge }) => {
    const hashed = await attemptCode(server, judge, challenged(server, 'S256', undefined));
    const plain = await attemptCode(server, judge, challenged(server, 'plain', undefined));
    const taken = [...(hashed.granted ? ['S256'] : []), ...(plain.granted ? ['plain'] : [])];
    const standard = listed(server.facts, 'code_challenge_methods_supported')?.includes('plain');
    verifyField(judge, {
      field: 'connection.auth.pkce.methods',
      // The file has no word for it: a client that it describes sends the method.
      declared: undefined,
      advertised: said(standard ? 'plain' : 'refused', 'left out it means plain'),
      observed: said(taken.join(' and ') || 'refused', taken.length === 0 ? plain.told : undefined),
    });
  },
);
