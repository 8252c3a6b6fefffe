import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';
import { repetitions } from '../../verify/client/repetitions.js';
import { verifyProtected, verifyUnguessable } from '../../verify/client/state-values.js';
import { begun, begunWithoutPromise } from '../../verify/client/unrelated-logins.js';

const usual = 20;
const withoutPromise = 3;

test(
  'Each request carries an unguessable state',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: [
      'RFC 6749 §10.12',
      'RFC 6749 §10.10',
      'RFC 9700 §2.1',
      'RFC 9700 §4.7.1',
      'OAuth 2.1 draft-16 §2.3.3',
    ],
    attack: "A forged response with the attacker's code is taken for the answer to the victim's login.",
    threats: ['RFC 9700 §4.7', 'RFC 6819 §4.4.1.8'],
    tested:
      'Begins 20 logins, and some where the metadata promise no PKCE, and bounds what would have to be guessed of state.',
    fix: 'Send a state of 128 bits or more from a cryptographic random generator with every authorization request.',
    needs: ['client.code', 'client.owns-state'],
    negative: false,
  }),
  async ({ client, judge }) => {
    const requests = await begun(client, repetitions(client, usual));
    judge.note(`state of ${requests.length} logins`);
    verifyProtected(judge, requests, 'S256 is promised');
    const further = await begunWithoutPromise(client, judge, withoutPromise);
    verifyProtected(judge, further, 'S256 is not promised');
    verifyUnguessable(judge, [...requests, ...further]);
  },
);
