import { test } from '../../client-test.js';
import { logInForRefresh } from '../../controls/client/refreshes.js';
import { requirement } from '../../requirement.js';
import { refreshOnce, refreshRequests } from '../../verify/client/session.js';

const variants = {
  'refresh_token left out': 'token-refresh-token-missing',
  'refresh_token null': 'token-refresh-token-null',
  'refresh_token an empty text': 'token-refresh-token-empty',
};

test(
  'If no new refresh token arrives the old one is kept',
  requirement({
    level: 'SHOULD',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 6749 §6', 'RFC 6749 §5.1', 'Harness policy (no new token, the old one stays)'],
    attack: 'The session is lost after the first refresh.',
    threats: [],
    tested:
      'Answers refreshes without refresh_token, with null and with an empty text, and has the client refresh again.',
    fix: 'Replace the stored refresh token only when the answer carries a new one.',
    needs: ['client.refresh', 'client.owns-tokens'],
    negative: false,
  }),
  async ({ client, judge }) => {
    for (const [variant, fault] of Object.entries(variants)) {
      await judge.variant(variant, async () => {
        await client.reset();
        const { refreshToken } = await logInForRefresh(client, judge);
        await client.provider.play(fault);
        await refreshOnce(client, judge);
        await client.provider.play();
        const status = await client.status();
        const begun = performance.now();
        await client.refresh();
        const sent = refreshRequests(client, begun).at(-1)?.parameter('refresh_token');
        const forgotten = status?.refreshToken === null;
        if (sent === refreshToken && !forgotten) return;
        const observation = {
          expected: 'the next refresh to present the refresh token that the client had',
          received:
            sent === undefined ? 'no refresh request' : forgotten ? 'status without it' : 'another value',
        };
        // A member that is left out says nothing; null and "" are the server's mistake.
        if (fault === 'token-refresh-token-missing') judge.fail(observation);
        judge.warn(observation);
      });
    }
  },
);
