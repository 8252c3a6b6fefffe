import { describeAnswer } from '../../../fixtures/server/server-under-test.js';
import { madeUpCode } from '../../../fixtures/server/token-parameters.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { manifestClause, said, verifyField } from '../../verify/connection/drift.js';
import { carriesAccessToken, toldAsError } from '../../verify/token-refusal.js';
import { verifyAvailable } from '../../verify/unavailable.js';

const words = { success: 'errors with status 200', error: 'errors with a status of their own' } as const;

test(
  'Errors of the token endpoint are told apart as declared',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: [manifestClause, 'RFC 6749 §5.2'],
    attack: 'An error is taken for a token response, and "undefined" is stored as somebody\'s token.',
    threats: [],
    tested: 'Redeems a code that nobody issued, and looks at status and body of the refusal.',
    fix: 'Set connection.auth.tokenResponse.errorWith200 to true if refusals have status 200, and leave it out otherwise.',
    needs: ['as.code', 'as.endpoints'],
    negative: true,
    control: 'the token endpoint issues a token',
  }),
  async ({ server, judge }) => {
    const stated = server.facts.declared.tokenResponse?.errorWith200;
    const answer = await server.tokenRequest(madeUpCode(server));
    const told = describeAnswer(answer);
    verifyAvailable(judge, 'a refusal', answer);
    if (carriesAccessToken(answer)) judge.inconclusive('a refusal of a code that nobody issued', told);
    if (answer.status < 400 && !toldAsError(answer))
      judge.inconclusive('an answer that says it is an error', told);
    verifyField(judge, {
      field: 'connection.auth.tokenResponse.errorWith200',
      declared: said(stated ? words.success : words.error, stated === undefined ? 'by default' : undefined),
      advertised: undefined,
      observed: said(answer.status < 400 ? words.success : words.error, told),
      instead: `errorWith200: ${answer.status < 400}`,
    });
  },
);
