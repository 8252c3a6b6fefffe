import { describeAnswer } from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import type { Answer } from '../../fixtures/wire/transport.js';
import { alike, errorCode } from './token-error.js';
import { carriesAccessToken } from './token-refusal.js';

/** Answers to one client. */
export interface GrantAnswers {
  /** To the grant that must not exist. */
  asked: Answer;
  /** To a grant that the server serves, with a made-up code. */
  served: Answer;
  /** To a grant_type that nobody knows. */
  unknown: Answer;
}

const expected = 'error=unsupported_grant_type or unauthorized_client';

/** A grant type is refused as one that is not served: what is wrong is the grant, not its credentials. */
export function verifyGrantAbsent(judge: Judge, { asked, served, unknown }: GrantAnswers): void {
  const received = describeAnswer(asked);
  if (carriesAccessToken(asked)) judge.fail({ expected, received: `${asked.status} with an access token` });
  const busy = [asked, served, unknown].find(({ status }) => status === 429);
  if (busy !== undefined) judge.inconclusive(expected, describeAnswer(busy));
  if (asked.status >= 500) judge.fail({ expected, received, unavailable: true });
  const code = errorCode(asked);
  const asUnknown = alike(asked, unknown);
  if (code === 'invalid_client') judge.inconclusive(expected, received);
  if (asUnknown && alike(asked, served))
    judge.inconclusive(expected, `${received}, as for a made-up code and for an unknown grant_type`);
  if (code === 'invalid_grant' && !asUnknown)
    judge.fail({
      expected,
      received: `${received}, where an unknown grant_type gets ${describeAnswer(unknown)}`,
    });
  const named = code === 'unsupported_grant_type' || code === 'unauthorized_client';
  if (named && asked.status >= 400) return;
  const refused = named || code === 'invalid_request' || (asUnknown && code !== 'invalid_grant');
  if (!refused) judge.inconclusive(expected, `${received}, which does not tell whether the grant exists`);
  judge.warn({ expected, received });
}
