import { identification } from '../../fixtures/server/client-authentication.js';
import { describeAnswer, type ServerUnderTest } from '../../fixtures/server/server-under-test.js';
import { tokenParameters } from '../../fixtures/server/token-parameters.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { type Answer, header } from '../../fixtures/wire/transport.js';
import { errorCode } from './token-error.js';
import { carriesAccessToken } from './token-refusal.js';

const expected = '405 with Allow: POST, or another 4xx, and no access_token';

/** What a POST is granted a token for yields nothing in the query of another method. */
export async function verifyQueryIgnored(
  server: ServerUnderTest,
  judge: Judge,
  method: string,
): Promise<void> {
  const { genuine, parameters } = await tokenParameters(server);
  const own = await identification(server, server.endpoint('token'));
  const endpoint = server.endpoint('token');
  const sent = Object.entries({ ...own.parameters, ...parameters }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const answer = await server.transport.send({
    method,
    url: `${endpoint}${endpoint.includes('?') ? '&' : '?'}${new URLSearchParams(sent)}`,
    headers: { accept: 'application/json', ...own.headers },
  });
  if (!refused(judge, answer)) return;
  // Nothing is shown by a refusal of what nobody gets.
  const posted = await server.tokenRequest(parameters);
  const granted = genuine ? carriesAccessToken(posted) : errorCode(posted) === 'invalid_grant';
  if (!granted) {
    judge.inconclusive(
      genuine
        ? 'an access token for the same parameters by POST'
        : 'invalid_grant for a made-up code by POST',
      describeAnswer(posted),
    );
  }
}

/** Whether the query went unread, as far as the answer tells. */
function refused(judge: Judge, answer: Answer): boolean {
  const received = describeAnswer(answer);
  if (carriesAccessToken(answer)) judge.fail({ expected, received: `${answer.status} with an access token` });
  if (answer.status === 429) judge.inconclusive(expected, received);
  const broken = answer.status >= 500;
  if (broken || answer.status < 400 || errorCode(answer) === 'invalid_grant') {
    judge.warn({ expected, received, unavailable: broken });
    return false;
  }
  if (answer.status !== 405) judge.note(`answered ${received}`);
  else if (header(answer, 'allow') === undefined) judge.note('answered 405 without Allow');
  return true;
}
