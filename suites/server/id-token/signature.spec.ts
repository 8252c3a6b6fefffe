import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { obtainIdToken, verifyIdTokenSignature } from '../../verify/id-token.js';

test(
  'The ID token verifies against jwks_uri with an advertised algorithm',
  requirement({
    level: 'MUST',
    severity: 'critical',
    tier: 'core',
    clauses: ['OIDC Core §2', 'OIDC Core §10.1', 'OIDC Core §15.1', 'RFC 8725 §3.1'],
    attack: 'Relying parties cannot tell a forged login from a genuine one.',
    threats: [],
    tested:
      'Gets an ID token with scope=openid, finds its key at jwks_uri by kid and verifies the signature.',
    fix: 'Sign ID tokens with a key that jwks_uri publishes under a kid of its own, by an alg of id_token_signing_alg_values_supported.',
    needs: ['as.oidc', 'as.jwks', 'cfg.login'],
    negative: false,
  }),
  async ({ server, judge }) => {
    await verifyIdTokenSignature(server, judge, await obtainIdToken(server, judge, {}));
  },
);
