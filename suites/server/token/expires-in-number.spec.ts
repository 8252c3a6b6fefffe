import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { shapeOf } from '../../verify/token-response.js';

test(
  'expires_in is present and is a positive JSON integer',
  requirement({
    level: 'SHOULD',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 6749 §5.1', 'RFC 6749 Appendix A.14', 'OAuth 2.1 draft-16 §3.2.3'],
    attack: 'Clients take the token for immortal, or refresh on every call.',
    threats: [],
    tested: 'Redeems a code and looks at the JSON type and value of expires_in.',
    fix: 'Send expires_in as a JSON number: the whole seconds for which the access token is still good.',
    needs: ['as.code', 'cfg.login'],
    negative: false,
    control: 'server/authz-request/code-roundtrip',
  }),
  async ({ server, judge }) => {
    const { body } = await server.obtainTokens();
    const expected = 'expires_in, a positive whole number of seconds';
    const value = body.expires_in;
    if (value === undefined) {
      const declared = server.facts.declaredAccessTokenSeconds;
      if (declared === undefined) return judge.warn({ expected, received: 'no expires_in' });
      return judge.note(`no expires_in; the subject file declares ${declared} s`);
    }
    if (typeof value !== 'number') return judge.fail({ expected, received: shapeOf(value) });
    if (!Number.isInteger(value) || value < 0) judge.fail({ expected, received: String(value) });
    if (value === 0) judge.warn({ expected, received: '0' });
  },
);
