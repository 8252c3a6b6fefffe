import type { DeclaredLimit } from '../../../connection/subject.js';
import { type ToldLimit, toldLimit } from '../../../fixtures/server/rate-limit-headers.js';
import { asAuthenticated, madeUpCode } from '../../../fixtures/server/token-parameters.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { manifestClause, said, verifyField } from '../../verify/connection/drift.js';

test(
  'The declared rate limit stays within the one that answers tell',
  requirement({
    level: 'MUST',
    severity: 'low',
    tier: 'core',
    clauses: [manifestClause, 'RFC 6585 §4'],
    attack: 'Clients that pace themselves by the file run into 429, or wait for nothing.',
    threats: [],
    tested:
      'Reads RateLimit-Policy, RateLimit or X-RateLimit-Limit of one answer of the token endpoint; sends no load.',
    fix: 'Set connection.auth.rateLimit to what the server allows: requests, perSeconds and, where so many may come at once, burst.',
    needs: ['as.endpoints', 'said.rate-limit'],
    negative: false,
  }),
  async ({ server, judge }) => {
    const limit = server.facts.declared.rateLimit;
    const caller = asAuthenticated(server);
    const told = toldLimit(await caller.tokenRequest(madeUpCode(caller)));
    if (limit === undefined || told === undefined)
      return judge.inconclusive('a limit in the file, and one in the answer', 'one of them only');
    const within = isWithin(limit, told);
    const allowed = `${told.requests} requests${told.perSeconds === undefined ? '' : ` in ${told.perSeconds} s`}`;
    const declared = `${limit.burst ?? limit.requests} requests${limit.burst === undefined ? ` in ${limit.perSeconds} s` : ' at once'}`;
    verifyField(judge, {
      field: 'connection.auth.rateLimit',
      declared: said(declared),
      // One who asks for less than is allowed is not wrong: a file has one limit, a server may have several.
      advertised: within ? said(declared, `within ${allowed}, ${told.by}`) : said(allowed, told.by),
      observed: undefined,
      instead: allowed,
    });
  },
);

/** Where no period is told, the numbers alone are compared; with a burst it is that of what flows back. */
function isWithin({ requests, perSeconds, burst }: DeclaredLimit, told: ToldLimit): boolean {
  if (burst !== undefined) return burst <= told.requests;
  return requests <= told.requests && perSeconds >= (told.perSeconds ?? 0);
}
