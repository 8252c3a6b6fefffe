import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifySecretMethods } from '../../verify/secret-methods.js';

test(
  'A client that was given a secret can present it in a standard way',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 6749 §2.3.1', 'OAuth 2.1 draft-16 §2.4.1'],
    attack: 'Clients fall back to proprietary, often weaker ways to authenticate.',
    threats: [],
    tested: 'Redeems a fresh code with the secret by HTTP Basic, and another with the secret in the body.',
    fix: 'Accept a client secret by HTTP Basic (OAuth 2.0) and as client_secret in the body (OAuth 2.1).',
    needs: ['as.code', 'cfg.confidential-client', 'cfg.login'],
    negative: false,
    control: 'server/authz-request/code-roundtrip',
  }),
  ({ server, judge }) => verifySecretMethods(server, judge),
);
