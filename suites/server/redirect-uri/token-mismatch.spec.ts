import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyRefused } from '../../verify/token-refusal.js';

test(
  'A different redirect_uri at the token endpoint is refused',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 6749 §4.1.3', 'RFC 6749 §10.6', 'OAuth 2.1 draft-16 §10.2'],
    attack:
      'A code that was obtained through a manipulated redirect is redeemed by the honest client all the same.',
    threats: ['RFC 9700 §4.5', 'RFC 6819 §4.4.1.3', 'RFC 6819 §4.4.1.7'],
    tested: 'Redeems a fresh code with another redirect_uri: a second registered one, or else a foreign one.',
    fix: 'Keep redirect_uri with the code and answer invalid_grant when that of the token request differs.',
    needs: ['as.code', 'cfg.login'],
    negative: true,
    control: 'server/authz-request/code-roundtrip',
  }),
  async ({ server, judge }) => {
    const grant = await server.obtainCode();
    const used = grant.parameters.redirect_uri;
    const redirect_uri = server.client.redirectUris.find((uri) => uri !== used) ?? 'https://evil.example/cb';
    const answer = await server.redeem(grant, { redirect_uri });
    // OAuth 2.1 has no redirect_uri in the token request (draft-16 §10.2).
    verifyRefused(judge, answer, { errors: ['invalid_grant'], forbiddenBy: 'oauth2.0' });
  },
);
