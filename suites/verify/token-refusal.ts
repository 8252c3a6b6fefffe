import type { Against } from '../../connection/subject.js';
import { describeAnswer } from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { type Answer, jsonObject } from '../../fixtures/wire/transport.js';

export interface Refusal {
  /** Error codes that the requirement asks for, the first to be named first. */
  errors: readonly string[];
  /** Statuses that go with them; default 400. */
  statuses?: readonly number[];
  /** The only profile that makes a token a failure; for other subjects it is a warning. Default: all do. */
  forbiddenBy?: Against;
}

/**
 * The request is refused: status 4xx, no access token in a body of any format, and the error that the requirement
 * names. A token is a failure, a refusal with another code or status a warning: also one under status 200, whose body
 * says that it is an error, as some providers answer. That breaks RFC 6749 §5.2, which server/token/error-shape says,
 * and gives nothing away. 429 decides nothing; a 5xx is no refusal and, where an error code was asked for, a failure.
 */
export function verifyRefused(
  judge: Judge,
  answer: Answer,
  { errors, statuses = [400], forbiddenBy }: Refusal,
): void {
  const expected = `${statuses.join(' or ')} with error=${errors.join(' or ')} and no access_token`;
  const received = describeAnswer(answer);
  if (carriesAccessToken(answer)) {
    const token = { expected, received: `${answer.status} with an access token` };
    if (forbiddenBy === undefined) judge.fail(token);
    judge.failFor(forbiddenBy, token);
    return;
  }
  if (answer.status === 429) judge.inconclusive(expected, received);
  if (answer.status >= 500) judge.fail({ expected, received, unavailable: true });
  if (answer.status < 400 && !toldAsError(answer)) judge.fail({ expected, received });
  const error = jsonObject(answer)?.error;
  const asked = typeof error === 'string' && errors.includes(error) && statuses.includes(answer.status);
  if (!asked) judge.warn({ expected, received });
}

/** Whether a body says by itself that it is an error: `error` as text or object, or `ok: false`. */
export function toldAsError(answer: Answer): boolean {
  const { error, ok } = jsonObject(answer) ?? Object.fromEntries(new URLSearchParams(answer.body));
  return (
    (typeof error === 'string' && error !== '') ||
    (typeof error === 'object' && error !== null) ||
    ok === false
  );
}

/** Whether a body hands out an access token: as a member of JSON at any depth, as a form, or in other text. */
export function carriesAccessToken({ body }: Pick<Answer, 'body'>): boolean {
  const value = parsed(body);
  if (value !== undefined) return holdsAccessToken(value);
  if (!/\s/.test(body) && new URLSearchParams(body).get('access_token')) return true;
  // Text about tokens, such as "access_token: missing", hands out none.
  return /\baccess_token["']?\s*[=:>]\s*["']?[\w\-.~+/]{12,}/.test(body);
}

function holdsAccessToken(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, member]) =>
    name === 'access_token' ? Boolean(member) : holdsAccessToken(member),
  );
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
