import { capabilities } from '../../../fixtures/server/capabilities.js';
import { unique } from '../../../fixtures/server/pkce.js';
import { describeLanding, type Overrides } from '../../../fixtures/server/server-under-test.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { grantsIn, parametersOf } from '../../verify/authorization-response.js';
import { mayBeLoginPage } from '../../verify/login-page.js';
import { verifyAvailable } from '../../verify/unavailable.js';

const expected = "an error at the redirect URI or a page of the server's own, and no access token";

test(
  'No access token is ever issued from the authorization endpoint',
  requirement({
    level: 'SHOULD NOT',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 9700 §2.1.2', 'OAuth 2.1 draft-16 §10.1'],
    attack:
      'Access tokens leak through URLs, history and referrers, and stolen ones can be injected into clients.',
    threats: [
      'RFC 9700 §4.1.2',
      'RFC 9700 §4.2.1',
      'RFC 9700 §4.3.2',
      'RFC 9700 §4.6',
      'RFC 6819 §4.4.2.1',
      'RFC 6819 §4.4.2.2',
      'RFC 6819 §4.4.2.3',
      'RFC 6819 §4.4.2.4',
      'RFC 6819 §4.4.2.5',
      'RFC 6819 §4.4.2.6',
    ],
    tested:
      'Sends response_type=token and "code token", to an OpenID provider also "id_token token", and logs in if asked.',
    fix: 'Switch the implicit and hybrid response types off; serve response_type=code only.',
    needs: ['as.code', 'cfg.login'],
    negative: true,
    control: 'server/authz-request/code-roundtrip',
  }),
  async ({ server, judge }) => {
    const oidc = capabilities['as.oidc'](server) === undefined;
    // A nonce belongs to OpenID Connect: some refuse it elsewhere, so that the rest of the request goes unseen.
    const requests: Record<string, Overrides> = {
      token: { response_type: 'token', nonce: unique('nonce') },
      'token without nonce': { response_type: 'token' },
      'code token': { response_type: 'code token', nonce: unique('nonce') },
      'code token without nonce': { response_type: 'code token' },
      ...(oidc
        ? { 'id_token token': { response_type: 'id_token token', nonce: unique('nonce'), scope: 'openid' } }
        : {}),
    };
    for (const [variant, overrides] of Object.entries(requests)) {
      await judge.variant(variant, async () => {
        const landing = await server.authorize(server.authorizationRequest(overrides));
        const grants = grantsIn(landing);
        if (grants.includes('access_token'))
          return judge.failFor('oauth2.1', { expected, received: 'an access_token in the redirect' });
        if (grants.length > 0)
          return judge.warn({ expected, received: `a redirect with ${grants.join(' and ')}` });
        verifyAvailable(judge, expected, landing.answer);
        const decided =
          landing.kind === 'redirect'
            ? parametersOf(landing).has('error')
            : !(await mayBeLoginPage(server, landing));
        if (!decided) judge.inconclusive(expected, describeLanding(landing));
      });
    }
  },
);
