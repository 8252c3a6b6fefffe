import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyRefused } from '../../verify/token-refusal.js';

const nobody = { headers: {}, parameters: {} };

test(
  'A public client names itself when it redeems a code',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 6749 §3.2.1', 'RFC 6749 §4.1.3'],
    attack:
      'A code that was issued to one client is slipped to another one, and logs its user in as somebody else.',
    threats: ['RFC 6819 §4.4.1.13'],
    tested:
      'Redeems a fresh code of a public client, with the right verifier and redirect URI, without client_id.',
    fix: 'Refuse a token request that names no client, and compare client_id with that of the code.',
    needs: ['as.code', 'cfg.public-client', 'cfg.login'],
    negative: true,
    control: 'server/authz-request/code-roundtrip',
    client: 'public-client',
  }),
  async ({ server, judge }) => {
    const answer = await server.redeem(await server.obtainCode(), {}, nobody);
    verifyRefused(judge, answer, { errors: ['invalid_request', 'invalid_client'], statuses: [400, 401] });
  },
);
