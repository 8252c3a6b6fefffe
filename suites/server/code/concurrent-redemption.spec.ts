import { atOnce } from '../../../fixtures/server/at-once.js';
import { describeAnswer } from '../../../fixtures/server/server-under-test.js';
import { Inconclusive } from '../../../fixtures/verdict/verdict.js';
import type { Answer } from '../../../fixtures/wire/transport.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { errorCode } from '../../verify/token-error.js';
import { carriesAccessToken } from '../../verify/token-refusal.js';

const parallel = 10;
const expected = 'one token, and 400 with error=invalid_grant for the other requests';

test(
  'Parallel redemption yields exactly one success',
  requirement({
    level: 'MUST',
    severity: 'high',
    tier: 'core',
    clauses: ['RFC 6749 §4.1.2', 'OAuth 2.1 draft-16 §4.1.3'],
    attack: 'Whoever redeems a leaked code at the same moment as the client gets tokens too.',
    threats: ['RFC 6819 §4.4.1.1'],
    tested: `Sends ${parallel} identical token requests for one code at once, each over a connection of its own.`,
    fix: 'Take the code out of the store in one atomic step, and issue the token only to the request that got it.',
    needs: ['as.code', 'cfg.login'],
    negative: true,
    control: 'server/authz-request/code-roundtrip',
  }),
  async ({ server, judge }) => {
    const grant = await server.obtainCode();
    await atOnce(server, 'token', parallel);
    const requests = Array.from({ length: parallel }, () => server.redeem(grant).catch(unanswered));
    const answers = (await Promise.all(requests)).filter((answer) => answer !== undefined);
    const tokens = answers.filter(carriesAccessToken);
    if (tokens.length > 1)
      judge.fail({ expected, received: `${tokens.length} answers with an access token` });
    const counted = answers.filter(({ status }) => status !== 429);
    if (counted.length < 2)
      judge.inconclusive(
        expected,
        `429 or no answer to ${parallel - counted.length} of ${parallel} requests`,
      );
    const others = counted.filter((answer) => !carriesAccessToken(answer));
    const odd = others.find(({ status }) => status >= 500) ?? others.find((answer) => !isAsked(answer));
    if (tokens.length === 0) judge.warn({ expected, received: 'no token at all', unavailable: true });
    if (odd !== undefined)
      judge.warn({ expected, received: describeAnswer(odd), unavailable: odd.status >= 500 });
  },
);

function isAsked(answer: Answer): boolean {
  return answer.status === 400 && errorCode(answer) === 'invalid_grant';
}

/** A connection that a server under load did not take says nothing about the code. */
function unanswered(error: unknown): undefined {
  if (error instanceof Inconclusive) return undefined;
  throw error;
}
