import { forResource, sendBearer } from '../../../fixtures/server/resource-request.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { changed, madeUp } from '../../verify/bad-tokens.js';
import { orClosed } from '../../verify/closed-connection.js';
import { describeRefusal, opens, verifyKeptOut } from '../../verify/resource-refusal.js';

test(
  'A random or tampered token gives 401 invalid_token',
  requirement({
    level: 'MUST',
    severity: 'critical',
    tier: 'core',
    clauses: ['RFC 6750 §3.1', 'RFC 6749 §7', 'RFC 6749 §7.2'],
    attack: 'Guessed, forged or altered tokens open the resource.',
    threats: ['RFC 6819 §4.6.3'],
    tested:
      'Presents a random token, a valid one changed, a valid one with ten letters more, and one of 100 kB.',
    fix: 'Verify the whole token, by signature or by introspection, and answer 401 with error="invalid_token".',
    needs: ['rs.url', 'cfg.login'],
    negative: true,
    control: 'resource/bearer/valid-token',
  }),
  async ({ server, judge }) => {
    const url = server.facts.server.resourceUrl as string;
    const { accessToken } = await server.obtainTokens(forResource(server));
    const bad = {
      random: madeUp(),
      'one character changed': changed(accessToken),
      'ten letters more': `${accessToken}abcdefghij`,
    };
    const expected = '401 with error="invalid_token" in the challenge';
    for (const [name, token] of Object.entries(bad)) {
      await judge.variant(name, async () => {
        const answer = await sendBearer(server, url, token);
        const received = describeRefusal(answer);
        if (answer.status >= 500) return judge.warn({ expected, received, unavailable: true });
        verifyKeptOut(judge, answer, { statuses: [401], error: 'invalid_token' });
      });
    }
    await judge.variant('100 kB', async () => {
      const answer = await orClosed(sendBearer(server, url, 'a'.repeat(100_000)));
      if (answer === 'closed') return judge.note('the connection was closed');
      const received = describeRefusal(answer);
      if (opens(answer)) judge.fail({ expected: '4xx', received });
      if (answer.status === 429) judge.inconclusive('4xx', received);
      if (answer.status < 400) judge.warn({ expected: '4xx', received });
      if (answer.status >= 500) judge.warn({ expected: '4xx', received, unavailable: true });
    });
  },
);
