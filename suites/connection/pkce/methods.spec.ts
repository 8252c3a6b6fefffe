import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import {
  methodAdvertised,
  methodObserved,
  type Transformation,
} from '../../verify/connection/challenge-methods.js';
import { manifestClause, said, verifyField } from '../../verify/connection/drift.js';

test(
  'The declared PKCE methods are the ones that work',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: [manifestClause, 'RFC 7636 §4.2', 'RFC 8414 §2'],
    attack: 'Clients are refused with the method that they were told, and fall back to no PKCE.',
    threats: [],
    tested: 'Redeems a code with an S256 challenge and one with a plain challenge, each under its own name.',
    fix: 'List in connection.auth.pkce.methods what the server accepts, and in its metadata what it accepts.',
    needs: ['as.code', 'cfg.login', 'said.pkce-methods'],
    negative: false,
  }),
  async ({ server, judge }) => {
    for (const method of ['S256', 'plain'] satisfies Transformation[]) {
      // A method that is left out of the file is not used, which the server cannot contradict.
      const declared = server.facts.declared.pkce?.methods?.includes(method) ? said('accepted') : undefined;
      const advertised = said(methodAdvertised(server.facts, method));
      if (declared === undefined && advertised === undefined) continue;
      await judge.variant(method, async () =>
        verifyField(judge, {
          field: 'connection.auth.pkce.methods',
          declared,
          advertised,
          observed: await methodObserved(server, judge, method),
          instead: `a list without ${method}`,
        }),
      );
    }
  },
);
