import { describeAnswer } from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { type Answer, jsonObject } from '../../fixtures/wire/transport.js';

export interface Refusal {
  /** Error codes that the requirement asks for; the first is the one to name. */
  errors: readonly string[];
  /** Statuses that go with them; default 400. */
  statuses?: readonly number[];
}

/**
 * The request is refused: no access token in a body of any format, and the error that the requirement names. A
 * token is a failure; a refusal with another code or status a warning. 429 and 5xx are no refusal (catalogue,
 * conventions).
 */
export function verifyRefused(judge: Judge, answer: Answer, { errors, statuses = [400] }: Refusal): void {
  const expected = `${statuses.join(' or ')} with error=${errors.join(' or ')} and no access_token`;
  if (carriesAccessToken(answer)) judge.fail({ expected, received: `${answer.status} with an access token` });
  if (answer.status === 429 || answer.status >= 500) judge.inconclusive(expected, describeAnswer(answer));
  if (answer.status < 400) judge.fail({ expected, received: describeAnswer(answer) });
  const error = jsonObject(answer)?.['error'];
  const asked = typeof error === 'string' && errors.includes(error) && statuses.includes(answer.status);
  if (!asked) judge.warn({ expected, received: describeAnswer(answer) });
}

/** Whether a body hands out an access token, as JSON, form or anything that reads like either. */
export function carriesAccessToken({ body }: Answer): boolean {
  return (
    /["']?access_token["']?\s*[:=]\s*["']?[^\s"'&,}]+/.test(body) &&
    !/"access_token"\s*:\s*(null|"")/.test(body)
  );
}
