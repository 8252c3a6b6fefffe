import { mayRefresh } from '../../../fixtures/server/clients.js';
import { unique } from '../../../fixtures/server/pkce.js';
import { describeAnswer } from '../../../fixtures/server/server-under-test.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import type { Answer } from '../../../fixtures/wire/transport.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { refusesClient } from '../../verify/revocation.js';
import { alike, errorCode } from '../../verify/token-error.js';

test(
  'A made-up refresh token gives invalid_grant',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 6749 §5.2'],
    attack: 'Clients cannot tell a dead session from an outage.',
    threats: [],
    tested: 'Refreshes with a random token, an empty one and none; an unknown grant_type for comparison.',
    fix: 'Answer 400 invalid_grant for a refresh token that is unknown, and invalid_request where the parameter is missing.',
    needs: ['as.refresh', 'as.endpoints'],
    negative: true,
    control: 'the token endpoint issues a token',
  }),
  async ({ server, judge }) => {
    const subject = server.as([server.client, ...server.facts.clients].find(mayRefresh) ?? server.client);
    const ask = (value: string | undefined) =>
      subject.tokenRequest({ grant_type: 'refresh_token', refresh_token: value });
    const random = await ask(unique('refresh'));
    const empty = await ask('');
    const none = await ask(undefined);
    const other = await subject.tokenRequest({ grant_type: 'urn:harness:none' });
    if (random.status >= 300 && [empty, none, other].every((answer) => alike(random, answer)))
      judge.inconclusive('an answer that depends on the request', `${describeAnswer(random)} to everything`);
    await judge.variant('random token', async () => verifyError(judge, random, 'invalid_grant'));
    const lenient = ['invalid_grant'];
    await judge.variant('empty token', async () => verifyError(judge, empty, 'invalid_request', lenient));
    await judge.variant('no token', async () => verifyError(judge, none, 'invalid_request', lenient));
  },
);

/** 400 with this error; `tolerable` ones and another 4xx status warn. */
function verifyError(judge: Judge, answer: Answer, error: string, tolerable: string[] = []): void {
  const observation = { expected: `400 with error=${error}`, received: describeAnswer(answer) };
  const { status } = answer;
  if (status === 429 || refusesClient(answer)) judge.inconclusive(observation.expected, observation.received);
  if (status >= 500) judge.fail({ ...observation, unavailable: true });
  const code = errorCode(answer) ?? '';
  if (status < 400 || ![error, ...tolerable].includes(code)) judge.fail(observation);
  if (status !== 400 || code !== error) judge.warn(observation);
}
