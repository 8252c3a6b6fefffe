import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import type { PlayedProvider } from '../../../fixtures/client/played-provider.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import { test } from '../../client-test.js';
import { logInForRefresh } from '../../controls/client/refreshes.js';
import { requirement } from '../../requirement.js';
import { verifyNotFollowed } from '../../verify/client/redirect-not-followed.js';

const statuses = [307, 308, 302];

test(
  'A redirect from the token endpoint is not followed with credentials',
  requirement({
    level: 'SHOULD NOT',
    severity: 'high',
    tier: 'core',
    clauses: [
      'RFC 6749 §10.4',
      'RFC 9110 §15.4',
      'OAuth 2.1 draft-16 §7.15',
      'Harness policy (token requests follow no redirect)',
    ],
    attack: 'Code, verifier, client secret and refresh token are posted to another origin.',
    threats: ['RFC 6819 §4.3.3', 'RFC 6819 §4.4.1.1', 'RFC 6819 §4.5.4'],
    tested:
      'Redirects redemption and refresh by 307, 308 and 302 to another origin, which answers with tokens.',
    fix: 'Switch redirects off in the HTTP library for back-channel requests, and treat a 3xx as a failure.',
    needs: ['client.code'],
    negative: true,
    control: 'client/code/login-completes',
  }),
  async ({ client, judge }) => {
    const accomplice = await client.addProvider();
    await accomplice.play('token-for-anybody');
    client.provider.leadTo(accomplice);
    for (const status of statuses) {
      await judge.variant(`${status} at redemption`, () => redeemed(client, judge, accomplice, status));
      if (client.can('refresh'))
        await judge.variant(`${status} at refresh`, () => refreshed(client, judge, accomplice, status));
    }
  },
);

async function redeemed(
  client: ClientUnderTest,
  judge: Judge,
  accomplice: PlayedProvider,
  status: number,
): Promise<void> {
  await client.reset();
  accomplice.seen.length = 0;
  const { outcome, tokenRequests } = await client.login({ faults: [`token-redirect-${status}`] });
  verifyNotFollowed(client, judge, accomplice, tokenRequests[0], outcome);
}

async function refreshed(
  client: ClientUnderTest,
  judge: Judge,
  accomplice: PlayedProvider,
  status: number,
): Promise<void> {
  await client.reset();
  await logInForRefresh(client, judge);
  accomplice.seen.length = 0;
  const before = client.provider.at('token').length;
  await client.provider.play(`token-redirect-${status}`);
  const outcome = await client.refresh();
  await client.provider.play();
  verifyNotFollowed(client, judge, accomplice, client.provider.at('token')[before], outcome);
}
