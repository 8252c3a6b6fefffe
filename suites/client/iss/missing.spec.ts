import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';
import { verifyIssuerChecked } from '../../verify/client/issuer-checked.js';

test(
  'When iss is promised a response without it is refused',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 9207 §2.4', 'RFC 9207 §3', 'RFC 9700 §4.4.2'],
    attack: 'The attacker strips iss to get around the check (mix-up).',
    threats: ['RFC 9700 §4.4'],
    tested:
      'Promises iss in the metadata, and answers a login with a valid code, the right state and no iss.',
    fix: 'Where authorization_response_iss_parameter_supported is true, take a response without iss for a wrong one.',
    needs: ['client.code', 'client.iss', 'client.discovery'],
    negative: true,
    control: 'client/code/login-completes',
  }),
  async ({ client, judge }) => {
    const login = await client.login({ faults: ['response-iss-missing'] });
    if (!client.provider.at('metadata').some(({ status }) => status === 200))
      judge.inconclusive(
        'the metadata that promise iss to be read',
        'no request for it that was answered 200',
      );
    await verifyIssuerChecked(client, judge, login);
  },
);
