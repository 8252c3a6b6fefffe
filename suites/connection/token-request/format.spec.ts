import { ServerUnderTest } from '../../../fixtures/server/server-under-test.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { attemptCode } from '../../verify/connection/code-attempt.js';
import { manifestClause, said, verifyField } from '../../verify/connection/drift.js';

test(
  'The token endpoint reads requests in the declared format',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: [manifestClause, 'RFC 6749 §4.1.3'],
    attack: 'Nobody can log in, since the token endpoint does not find the code in the request.',
    threats: [],
    tested: 'Redeems one code in a form and one in JSON; in the query only where that is declared.',
    fix: 'Set connection.auth.tokenRequestFormat to form or json, whichever the token endpoint reads.',
    needs: ['as.code', 'cfg.login', 'as.endpoints'],
    negative: false,
  }),
  async ({ server, judge }) => {
    const { tokenRequestFormat: inFile } = server.facts.declared;
    const declared = inFile ?? 'form';
    const reads: string[] = [];
    let refusal = '';
    // A secret in a URL would be our own leak, unless the server is declared to want it there.
    for (const tokenRequestFormat of new Set([declared, 'form', 'json'] as const)) {
      const speaking = new ServerUnderTest(
        { ...server.facts, tokenRequestFormat },
        server.transport,
        server.client,
      );
      const { granted, told } = await attemptCode(speaking, judge, server.authorizationRequest());
      if (granted) reads.push(tokenRequestFormat);
      else refusal ||= `${tokenRequestFormat}: ${told}`;
    }
    if (reads.length === 0) judge.inconclusive('a token request that is granted, in any format', refusal);
    const works = reads.includes(declared);
    verifyField(judge, {
      field: 'connection.auth.tokenRequestFormat',
      declared: said(declared, inFile === undefined ? 'by default' : undefined),
      advertised: undefined,
      observed: works
        ? said(declared, `it reads ${reads.join(' and ')}`)
        : said(reads.join(' and '), refusal),
    });
  },
);
