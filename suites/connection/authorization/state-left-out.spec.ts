import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { attemptCode } from '../../verify/connection/code-attempt.js';
import { manifestClause, said, verifyField } from '../../verify/connection/drift.js';

test(
  'state is as required as declared',
  requirement({
    level: 'MUST',
    severity: 'low',
    tier: 'core',
    clauses: [manifestClause, 'RFC 6749 §4.1.1'],
    attack: 'Clients without state cannot log in, or a check is relied on that nobody makes.',
    threats: [],
    tested: 'Sends a correct authorization request less its state, and redeems the code if there is one.',
    fix: 'Set connection.auth.state.required to what the server does with a request without state.',
    needs: ['as.code', 'cfg.login', 'said.state-required'],
    negative: true,
    control: 'server/authz-request/code-roundtrip',
  }),
  async ({ server, judge }) => {
    const { granted, told } = await attemptCode(
      server,
      judge,
      server.authorizationRequest({ state: undefined }),
    );
    verifyField(judge, {
      field: 'connection.auth.state.required',
      declared: said(server.facts.declared.state?.required ? 'required' : 'may be left out'),
      advertised: undefined,
      observed: said(granted ? 'may be left out' : 'required', told),
      instead: `state: { required: ${granted ? 'false' : 'true'} }`,
    });
  },
);
