import { codeRoundtrip } from '../../controls/code-roundtrip.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';

test(
  'A correct code request with S256 ends in a code and then in a token (positive control)',
  requirement({
    level: 'MUST',
    severity: 'info',
    tier: 'core',
    clauses: ['RFC 6749 §4.1', 'RFC 7636 §4.6', 'RFC 6749 §3.1'],
    attack: 'None: a positive control, without which negative results mean nothing.',
    threats: [],
    tested: 'With each client that may use codes: authorize with S256, log in, approve, redeem the code.',
    fix: 'Serve the authorization code flow with PKCE to every client that is registered for it.',
    needs: ['as.code', 'cfg.login'],
    negative: false,
  }),
  async ({ server, judge }) => {
    for (const client of server.codeClients) {
      await judge.variant(`client ${client.name}`, () => codeRoundtrip(server.as(client), judge));
    }
  },
);
