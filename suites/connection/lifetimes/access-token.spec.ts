import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { manifestClause, said, verifyField } from '../../verify/connection/drift.js';
import { measuredLifetime, sameLifetime, seconds } from '../../verify/connection/measured-lifetime.js';

test(
  'Access tokens live as long as declared',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: [manifestClause, 'RFC 6749 §5.1'],
    attack: 'Clients go on with dead tokens, or throw good ones away.',
    threats: [],
    tested:
      'Compares lifetimes.accessToken with expires_in and, where the clock of the server can be moved, with the real end.',
    fix: 'Set connection.auth.lifetimes.accessToken to the seconds that the server gives, or leave it to expires_in.',
    needs: ['as.code', 'cfg.login', 'as.endpoints', 'said.access-token-lifetime'],
    negative: false,
  }),
  async ({ server, judge }) => {
    const declared = server.facts.declared.lifetimes?.accessToken;
    const { body } = await server.obtainTokens();
    // Some servers send it as a string, which is another requirement's matter.
    const told = body.expires_in === undefined ? undefined : Number(body.expires_in);
    const advertised =
      declared !== undefined && told !== undefined && sameLifetime(declared, told) ? declared : told;
    const claims = [declared, advertised].filter((claim) => claim !== undefined && Number.isFinite(claim));
    if (claims.length === 0) judge.inconclusive('a lifetime, declared or told in expires_in', 'neither');
    const observed = await measuredLifetime(server, claims as number[]);
    verifyField(judge, {
      field: 'connection.auth.lifetimes.accessToken',
      declared: declared === undefined ? undefined : said(seconds(declared)),
      advertised: advertised === undefined ? undefined : said(seconds(advertised), saidBy(told, advertised)),
      observed,
    });
  },
);

function saidBy(told: number | undefined, advertised: number): string {
  return told === advertised ? 'expires_in' : `expires_in: ${told}`;
}
