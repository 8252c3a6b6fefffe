import { listed } from '../../../fixtures/server/facts.js';
import { asAuthenticated, madeUpCode, wrongPassword } from '../../../fixtures/server/token-parameters.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyGrantAbsent } from '../../verify/grant-absent.js';

test(
  'The password grant does not exist',
  requirement({
    level: 'MUST NOT',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 9700 §2.4', 'OAuth 2.1 draft-16 §10'],
    attack: 'Clients collect passwords of users, and second factors are bypassed.',
    threats: [
      'RFC 6819 §4.4.3.1',
      'RFC 6819 §4.4.3.2',
      'RFC 6819 §4.4.3.3',
      'RFC 6819 §4.4.3.4',
      'RFC 6819 §4.4.3.6',
    ],
    tested:
      'Sends grant_type=password with a wrong password and compares the answer with those to a made-up code and to an unknown grant_type.',
    fix: 'Remove the password grant from the token endpoint and from grant_types_supported.',
    needs: ['as.endpoints'],
    negative: true,
    control: 'the token endpoint issues a token',
  }),
  async ({ server, judge }) => {
    const caller = asAuthenticated(server);
    verifyGrantAbsent(judge, {
      asked: await caller.tokenRequest({ grant_type: 'password', ...wrongPassword(server.facts) }),
      served: await caller.tokenRequest(madeUpCode(caller)),
      unknown: await caller.tokenRequest({ grant_type: 'urn:harness:none' }),
    });
    if (listed(server.facts, 'grant_types_supported')?.includes('password')) {
      judge.warn({
        expected: 'grant_types_supported without password',
        received: 'password in grant_types_supported, though it is refused',
      });
    }
  },
);
