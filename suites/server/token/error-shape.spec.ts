import { asAuthenticated, madeUpCode } from '../../../fixtures/server/token-parameters.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyErrorShape } from '../../verify/error-shape.js';

test(
  'Errors are 400 (or 401) JSON with an error string from the allowed alphabet',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 6749 §5.2'],
    attack: 'Clients cannot tell what to repeat from what needs a new login.',
    threats: [],
    tested:
      'POSTs a complete token request with a made-up code and looks at status, Content-Type and members.',
    fix: 'Answer refused token requests 400 (401 for invalid_client) with a JSON object whose error is a code of RFC 6749 §5.2.',
    needs: ['as.endpoints'],
    negative: true,
    control: 'the token endpoint issues a token',
  }),
  async ({ server, judge }) => {
    const caller = asAuthenticated(server);
    verifyErrorShape(judge, await caller.tokenRequest(madeUpCode(caller)));
  },
);
