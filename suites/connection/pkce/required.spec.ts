import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { attemptCode } from '../../verify/connection/code-attempt.js';
import { manifestClause, said, verifyField } from '../../verify/connection/drift.js';

const words = { yes: 'required', no: 'may be left out' } as const;

test(
  'PKCE is as required as declared',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: [manifestClause, 'RFC 7636 §4.4.1', 'RFC 9700 §2.1.1'],
    attack: 'Clients rely on a protection that is not there, or cannot log in without it.',
    threats: ['RFC 9700 §4.5'],
    tested:
      'Sends a correct authorization request less its code_challenge, and redeems the code if there is one.',
    fix: 'Set connection.auth.pkce.required to what the server does with a request without a code_challenge.',
    needs: ['as.code', 'cfg.login', 'said.pkce-required'],
    negative: true,
    control: 'server/authz-request/code-roundtrip',
  }),
  async ({ server, judge }) => {
    const { pkce } = server.facts.declared;
    const request = server.authorizationRequest({
      code_challenge: undefined,
      code_challenge_method: undefined,
    });
    const { granted, told } = await attemptCode(server, judge, request);
    verifyField(judge, {
      field: 'connection.auth.pkce.required',
      declared: said(pkce?.required ? words.yes : words.no, pkce === undefined ? 'no pkce' : undefined),
      advertised: undefined,
      observed: said(granted ? words.no : words.yes, told),
      instead: `pkce: { required: ${granted ? 'false' : 'true'} }`,
    });
  },
);
