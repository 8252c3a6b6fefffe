import { asAuthenticated, madeUpCode } from '../../../fixtures/server/token-parameters.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyTokenError } from '../../verify/token-error.js';

/** What each request changes in a complete one, and the code that warns. */
const variants = [
  { name: 'without grant_type', change: { grant_type: undefined }, tolerated: 'unsupported_grant_type' },
  { name: 'without code', change: { code: undefined }, tolerated: 'invalid_grant' },
  { name: 'with an empty code', change: { code: '' }, tolerated: 'invalid_grant' },
];

test(
  'A request missing grant_type or code gives invalid_request',
  requirement({
    level: 'MUST',
    severity: 'low',
    tier: 'core',
    clauses: ['RFC 6749 §5.2', 'RFC 6749 §4.1.3'],
    attack: 'An empty value finds an empty record, and yields a token.',
    threats: [],
    tested: 'POSTs a complete token request without grant_type, without code, and with an empty code.',
    fix: 'Check that the parameters of a token request are there, and not empty, before any look-up; answer invalid_request.',
    needs: ['as.endpoints'],
    negative: true,
    control: 'the token endpoint issues a token',
  }),
  async ({ server, judge }) => {
    const caller = asAuthenticated(server);
    for (const { name, change, tolerated } of variants) {
      await judge.variant(name, async () => {
        const answer = await caller.tokenRequest({ ...madeUpCode(caller), ...change });
        verifyTokenError(judge, answer, {
          error: 'invalid_request',
          tolerated: [tolerated],
          toleratedStatus: (status) => status >= 400,
        });
      });
    }
  },
);
