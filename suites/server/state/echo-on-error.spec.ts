import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyState } from '../../verify/authorization-response.js';
import { provokeError } from '../../verify/provoked-error.js';

test(
  "Error redirects also carry the request's state",
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 6749 §4.1.2.1'],
    attack: 'Clients cannot bind errors to a login, and take responses without state.',
    threats: ['RFC 9700 §4.7', 'RFC 6819 §4.4.1.8'],
    tested:
      'Provokes an error that is redirected (prompt=none, unknown response_type, unknown code_challenge_method, refusal) and compares state.',
    fix: 'Add the state of the request to every redirect, errors included.',
    needs: ['as.code', 'cfg.login'],
    negative: true,
    control: 'server/state/echo-exact',
  }),
  async ({ server, judge }) => {
    const { request, parameters } = await provokeError(server, judge);
    if (!parameters.has('error'))
      judge.fail({ expected: 'a redirect with error', received: 'one with neither code nor error' });
    verifyState(judge, request, parameters);
  },
);
