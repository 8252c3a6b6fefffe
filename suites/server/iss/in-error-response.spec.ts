import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { verifyIssuer } from '../../verify/issuer-parameter.js';
import { provokeError } from '../../verify/provoked-error.js';

test(
  'Error responses name the issuer too',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 9207 §2', 'RFC 9207 §2.2'],
    attack: 'A client with several servers takes the error of one for that of another (mix-up).',
    threats: ['RFC 9700 §4.4'],
    tested:
      'Provokes an error that is redirected (prompt=none, unknown response_type, unknown code_challenge_method, refusal) and compares iss.',
    fix: 'Add iss to error redirects as to successful ones.',
    needs: ['as.iss', 'as.code', 'cfg.login'],
    negative: true,
    control: 'server/iss/in-success-response',
  }),
  async ({ server, judge }) => {
    const { parameters } = await provokeError(server, judge);
    verifyIssuer(server, judge, parameters);
  },
);
