import type { Judge } from '../../../fixtures/verdict/judge.js';
import { test } from '../../client-test.js';
import { requirement } from '../../requirement.js';
import { type Redemption, redemption } from '../../verify/client/redemption.js';
import { hasAdapter } from '../../verify/client/repetitions.js';

test(
  'redirect_uri is the same in both legs',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 6749 §4.1.3', 'OAuth 2.1 draft-16 §10.2'],
    attack: 'Strict servers refuse the login, and the binding of code and redirect is void at others.',
    threats: [],
    tested:
      'Compares redirect_uri of authorization and token request, also of a redirect URI with a query where it can be configured.',
    fix: 'Keep the redirect_uri that was sent with the pending login, and send that string with the code.',
    needs: ['client.code'],
    negative: false,
  }),
  async ({ client, judge }) => {
    await judge.variant('as configured', async () => verifySame(judge, await redemption(client, judge)));
    // Adapters take a redirect URI with `reset`; programs and applications have their own.
    if (!hasAdapter(client) || client.section.redirectUrl !== undefined) return;
    const { redirectUri: usual } = client.configuration;
    const redirectUri = `${usual}${usual.includes('?') ? '&' : '?'}keep=1`;
    await judge.variant('with a query', async () => {
      const redeemed = await redemption(client, judge, {}, { redirectUri });
      if (redeemed.parameters.get('redirect_uri') !== redirectUri)
        judge.note('the client did not use the redirect URI that it was configured with');
      verifySame(judge, redeemed);
    });
  },
);

function verifySame(judge: Judge, { parameters, tokenRequest }: Redemption): void {
  const authorized = parameters.get('redirect_uri') ?? undefined;
  const redeemed = tokenRequest.parameter('redirect_uri');
  if (authorized === redeemed) return;
  if (redeemed === undefined && !judge.claims('oauth2.0')) {
    judge.note('redirect_uri is left out of the token request, as OAuth 2.1 has it');
    return;
  }
  judge.fail({
    expected: `redirect_uri ${authorized ?? 'absent'} in the token request, as in the authorization request`,
    received: redeemed ?? 'none',
  });
}
