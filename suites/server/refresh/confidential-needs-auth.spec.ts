import { anonymous, unproven, withSecret } from '../../../fixtures/server/client-authentication.js';
import { unique } from '../../../fixtures/server/pkce.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { obtainRefreshToken } from '../../verify/revocation.js';
import { verifyRefused } from '../../verify/token-refusal.js';

test(
  'A confidential client must authenticate when refreshing',
  requirement({
    level: 'MUST',
    severity: 'critical',
    tier: 'core',
    clauses: ['RFC 6749 §6', 'RFC 6749 §3.2.1'],
    attack: 'A stolen refresh token works without the secret of the client.',
    threats: ['RFC 9700 §4.14', 'RFC 6819 §4.1.2', 'RFC 6819 §4.5.3'],
    tested: 'Refreshes with client_id alone, without any identification, and with a wrong secret.',
    fix: 'Authenticate the client before looking at the refresh token, as for every other grant, and answer invalid_client.',
    needs: ['as.refresh', 'cfg.confidential-client', 'cfg.login'],
    negative: true,
    control: 'server/refresh/yields-access-token',
    client: 'confidential-code-client',
  }),
  async ({ server, judge }) => {
    const { client } = server;
    const missing = ['invalid_client', 'invalid_request'];
    const variants = [
      { name: 'client_id without credentials', by: unproven(client), errors: ['invalid_client'] },
      { name: 'no client identification', by: anonymous, errors: missing },
      { name: 'wrong secret', by: withSecret(client, unique('wrong')), errors: ['invalid_client'] },
    ];
    for (const { name, by, errors } of variants) {
      await judge.variant(name, async () => {
        const refreshToken = await obtainRefreshToken(server, judge);
        verifyRefused(judge, await server.refresh(refreshToken, {}, by), { errors, statuses: [401, 400] });
      });
    }
  },
);
