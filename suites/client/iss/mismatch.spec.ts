import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';
import { verifyIssuerChecked } from '../../verify/client/issuer-checked.js';

test(
  'A response naming another issuer is refused',
  requirement({
    level: 'MUST',
    severity: 'critical',
    tier: 'core',
    clauses: ['RFC 9207 §2.4', 'RFC 9700 §4.4.2.1', 'RFC 9700 §4.4.2.2', 'OAuth 2.1 draft-16 §7.15.1'],
    attack: 'The code is sent to the token endpoint of the attacker (mix-up).',
    threats: ['RFC 9700 §4.4'],
    tested: 'Answers a login with a valid code, the right state and iss=https://evil.test.',
    fix: 'Compare iss with the issuer of the pending login, character by character, before the code is used.',
    needs: ['client.code', 'client.iss'],
    negative: true,
    control: 'client/code/login-completes',
  }),
  async ({ client, judge }) => {
    await verifyIssuerChecked(client, judge, await client.login({ faults: ['response-iss-other'] }));
  },
);
