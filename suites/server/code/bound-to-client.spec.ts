import { madeUpCode } from '../../../fixtures/server/token-parameters.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { admittedOther } from '../../verify/other-client.js';
import { verifyRefused } from '../../verify/token-refusal.js';

test(
  'A code issued to one client is refused for another',
  requirement({
    level: 'MUST',
    severity: 'critical',
    tier: 'core',
    clauses: ['RFC 6749 §4.1.3', 'RFC 6749 §3.2.1', 'RFC 6749 §5.2'],
    attack: 'A malicious client redeems codes of an honest one, or has the honest one redeem its own.',
    threats: ['RFC 9700 §4.5', 'RFC 6819 §4.4.1.7', 'RFC 6819 §4.4.1.13'],
    tested:
      'Redeems a code of one client, with the right verifier and redirect URI, as another client that proves who it is.',
    fix: 'Keep client_id with the code and answer invalid_grant when the client that redeems it is another one.',
    needs: ['as.code', 'cfg.login', 'cfg.second-client'],
    negative: true,
    control: 'server/authz-request/code-roundtrip',
  }),
  async ({ server, judge }) => {
    const other = await admittedOther(server, judge, (candidate) =>
      candidate.tokenRequest(madeUpCode(candidate)),
    );
    judge.note(`redeemed as client ${other.client.name}`);
    const answer = await other.redeem(await server.obtainCode());
    verifyRefused(judge, answer, { errors: ['invalid_grant'] });
  },
);
