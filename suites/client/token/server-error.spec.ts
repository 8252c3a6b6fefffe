import { test } from '../../client-test.js';
import { logInForRefresh } from '../../controls/client/refreshes.js';
import { requirement } from '../../requirement.js';
import { type Announcement, BackOff } from '../../verify/client/back-off.js';
import { verifyRefreshesWith } from '../../verify/client/session.js';

const announcements: Announcement[] = [
  { what: '503 with Retry-After: 1', fault: 'token-503-in-a-second', seconds: 1, tolerance: 0.25 },
  { what: '429 with Retry-After: 1', fault: 'token-429-in-a-second', seconds: 1, tolerance: 0.25 },
  // A date has no fractions of a second.
  { what: '503 with a date 2 s ahead', fault: 'token-503-until', seconds: 2, tolerance: 1 },
];

test(
  '5xx and 429 are answered with back-off that honours Retry-After',
  requirement({
    level: 'SHOULD',
    severity: 'medium',
    tier: 'core',
    clauses: [
      'RFC 9110 §10.2.3',
      'RFC 9110 §15.6.4',
      'RFC 6585 §4',
      'Harness policy (back-off honours Retry-After)',
    ],
    attack: 'Storms of retries keep a struggling server down.',
    threats: [],
    tested:
      'Answers refreshes with 503, 429 and 503 again, each with Retry-After, until its time is over, and then correctly.',
    fix: 'Wait for the seconds or the date of Retry-After before the next request, give up after three, and keep the refresh token.',
    needs: ['client.refresh'],
    negative: true,
    control: 'the client refreshes',
  }),
  async ({ client, judge }) => {
    const { refreshToken } = await logInForRefresh(client, judge);
    const backOff = new BackOff(client, judge);
    for (const [index, announcement] of announcements.entries())
      await judge.variant(announcement.what, () =>
        backOff.verify(announcement, announcements[index + 1]?.fault),
      );
    await judge.variant('afterwards', async () => {
      const outcome = await backOff.end();
      if (outcome?.result !== 'ok')
        await verifyRefreshesWith(client, judge, refreshToken, 'once the server works again');
    });
  },
);
