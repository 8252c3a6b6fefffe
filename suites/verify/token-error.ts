import { describeAnswer } from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { type Answer, jsonObject } from '../../fixtures/wire/transport.js';
import { carriesAccessToken } from './token-refusal.js';

export interface ExpectedError {
  /** The code that RFC 6749 §5.2 names for this request. */
  error: string;
  /** Codes that warn. */
  tolerated: readonly string[];
  /** Statuses beside 400 that warn, whatever the code. */
  toleratedStatus: (status: number) => boolean;
}

/**
 * A request that no server can grant is answered 400 with the named error (RFC 6749 §5.2). A token, a 5xx or a code
 * that says something else fails. invalid_client decides nothing: the server did not look any further.
 */
export function verifyTokenError(
  judge: Judge,
  answer: Answer,
  { error, tolerated, toleratedStatus }: ExpectedError,
): void {
  const expected = `400 with error=${error}`;
  const received = describeAnswer(answer);
  const code = errorCode(answer);
  if (carriesAccessToken(answer)) judge.fail({ expected, received: `${answer.status} with an access token` });
  if (answer.status === 429) judge.inconclusive(expected, received);
  if (answer.status >= 500) judge.fail({ expected, received, unavailable: true });
  if (code === 'invalid_client')
    judge.inconclusive(expected, `${received}: the client was refused before the request was read`);
  if (answer.status === 400 && code === error) return;
  const tolerable =
    answer.status === 400 ? code !== undefined && tolerated.includes(code) : toleratedStatus(answer.status);
  if (!tolerable) judge.fail({ expected, received });
  judge.warn({ expected, received });
}

/** The `error` member of a JSON answer, whatever its status. */
export function errorCode(answer: Answer): string | undefined {
  const error = jsonObject(answer)?.error;
  return typeof error === 'string' ? error : undefined;
}

/** Whether two answers tell a client the same: status, what went wrong, and whether there is a token. */
export function alike(one: Answer, other: Answer): boolean {
  return (
    one.status === other.status &&
    complaintOf(one) === complaintOf(other) &&
    carriesAccessToken(one) === carriesAccessToken(other)
  );
}

/**
 * The error code or, where a provider has its own shape, what that says of the error: not all of it, for an identifier
 * of the request differs each time.
 */
function complaintOf(answer: Answer): string {
  const body = jsonObject(answer);
  const { error } = body ?? {};
  if (typeof error === 'string') return error;
  const own = typeof error === 'object' && error !== null ? error : (body ?? {});
  return JSON.stringify(Object.entries(own).filter(([name]) => telling.includes(name)));
}

const telling = ['code', 'type', 'status', 'message'];
