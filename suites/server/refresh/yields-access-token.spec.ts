import { mayRefresh } from '../../../fixtures/server/clients.js';
import { verifyRefresh } from '../../controls/refresh-works.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyTokenResponse } from '../../verify/token-response.js';

test(
  'A refresh token yields a fresh access token (positive control)',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 6749 §6', 'RFC 6749 §5.1'],
    attack:
      'People are sent through the login again and again, and clients ask for tokens that live too long.',
    threats: [],
    tested: 'With each client that gets a refresh token: uses it once and looks at the token response.',
    fix: 'Answer grant_type=refresh_token with a new access token of the same or narrower scope, as JSON.',
    needs: ['as.refresh', 'cfg.login'],
    negative: false,
  }),
  async ({ server, judge }) => {
    let issued = false;
    for (const client of server.codeClients.filter(mayRefresh)) {
      await judge.variant(`client ${client.name}`, async () => {
        const { refreshToken, ...first } = await server.as(client).obtainTokens();
        if (refreshToken === undefined) return judge.note('no refresh token in the token response');
        issued = true;
        verifyTokenResponse(judge, await verifyRefresh(server.as(client), judge, { ...first, refreshToken }));
      });
    }
    if (!issued) judge.inconclusive('a refresh token for some client', 'token responses without one');
  },
);
