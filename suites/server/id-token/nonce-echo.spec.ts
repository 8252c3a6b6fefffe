import { unique } from '../../../fixtures/server/pkce.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { obtainIdToken } from '../../verify/id-token.js';

test(
  'nonce comes back unchanged, and only when sent',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['OIDC Core §2', 'OIDC Core §3.1.2.1', 'OIDC Core §15.5.2'],
    attack: 'Stolen ID tokens are replayed, and injected codes go unnoticed, at clients that rely on nonce.',
    threats: ['RFC 9700 §4.5', 'RFC 9700 §4.7'],
    tested: 'Gets an ID token for a request with a nonce of mixed characters, and one for a request without.',
    fix: 'Keep the nonce of the authorization request with the code, and put it into the ID token as it came.',
    needs: ['as.oidc', 'cfg.login'],
    negative: false,
  }),
  async ({ server, judge }) => {
    await judge.variant('with a nonce', async () => {
      const nonce = unique('nN-._~+/= :%2B&');
      const { claims } = await obtainIdToken(server, judge, { nonce });
      if (claims.nonce !== nonce)
        judge.fail({ expected: `the claim nonce ${nonce}`, received: shown(claims.nonce) });
    });
    // A server may ask for a nonce of its own accord; then there is no ID token without one to look at.
    const demanded = server.facts.authorizationParams.nonce !== undefined;
    if (demanded) return judge.note('the subject file says that a nonce must be sent: not tried without');
    await judge.variant('without a nonce', async () => {
      const { claims } = await obtainIdToken(server, judge, { nonce: undefined });
      if (claims.nonce !== undefined)
        judge.fail({ expected: 'no claim nonce', received: shown(claims.nonce) });
    });
  },
);

function shown(nonce: unknown): string {
  return nonce === undefined ? 'no claim nonce' : `the claim nonce ${JSON.stringify(nonce)}`;
}
