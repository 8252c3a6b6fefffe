import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyRefused } from '../../verify/token-refusal.js';

test(
  'A confidential client cannot skip authentication by sending only client_id',
  requirement({
    level: 'MUST',
    severity: 'critical',
    tier: 'core',
    clauses: ['RFC 6749 §3.2.1', 'RFC 6749 §4.1.3', 'RFC 9700 §2.5'],
    attack: 'A stolen code is redeemed without the secret of the client.',
    threats: ['RFC 9700 §4.2.1', 'RFC 6819 §4.4.1.1', 'RFC 6819 §4.4.1.3', 'RFC 6819 §4.4.1.5'],
    tested:
      'Redeems a code of a confidential client with client_id and verifier only, and with an empty client_secret.',
    fix: 'Demand authentication of every client that was given credentials, and answer invalid_client without it.',
    needs: ['cfg.confidential-client', 'as.code', 'cfg.login'],
    negative: true,
    control: 'server/authz-request/code-roundtrip',
    client: 'confidential-code-client',
  }),
  async ({ server, judge }) => {
    const named = { client_id: server.client.clientId };
    const variants: [string, Record<string, string>][] = [
      ['client_id only', named],
      ['empty client_secret', { ...named, client_secret: '' }],
    ];
    for (const [variant, parameters] of variants) {
      await judge.variant(variant, async () => {
        const grant = await server.obtainCode();
        const answer = await server.redeem(grant, {}, { headers: {}, parameters });
        verifyRefused(judge, answer, { errors: ['invalid_client'], statuses: [401, 400] });
      });
    }
  },
);
