import type { Judge } from '../../fixtures/verdict/judge.js';
import type { Answer } from '../../fixtures/wire/transport.js';
import { challengesOf, tokenChallenge } from './challenge.js';

export interface ResourceRefusal {
  /** Statuses that are right; any other refusal warns. */
  statuses: readonly number[];
  /** `error` that the challenge must have (RFC 6750 §3.1); undefined: none is asked for. */
  error?: string;
}

/** The resource gives nothing. 2xx fails, a refusal of another kind warns, 429 and 5xx decide nothing. */
export function verifyKeptOut(judge: Judge, answer: Answer, { statuses, error }: ResourceRefusal): void {
  const expected = `${statuses.join(' or ')}${error === undefined ? '' : ` with error="${error}" in the challenge`}`;
  const received = describeRefusal(answer);
  if (answer.status === 429 || answer.status >= 500) judge.inconclusive(expected, received);
  if (opens(answer)) judge.fail({ expected, received });
  const named = error === undefined || tokenChallenge(answer)?.parameters.get('error') === error;
  if (!statuses.includes(answer.status) || !named) judge.warn({ expected, received });
}

/**
 * The resource gives nothing and tells how to authenticate: 401 with a challenge (RFC 6750 §3, RFC 9110 §11.6.1),
 * which has `error` or, where undefined, none. Without a challenge, a redirect to a login page included, it fails.
 */
export function verifyChallenged(judge: Judge, answer: Answer, error: string | undefined): void {
  const expected = `401 with a Bearer (or DPoP) challenge ${error === undefined ? 'without error' : `with error="${error}"`}`;
  const received = describeRefusal(answer);
  if (answer.status === 429 || answer.status >= 500) judge.inconclusive(expected, received);
  const challenge = tokenChallenge(answer);
  if (answer.status < 400 || challenge === undefined) judge.fail({ expected, received });
  const asked = answer.status === 401 && challenge.parameters.get('error') === error;
  if (!asked) judge.warn({ expected, received });
}

/** A valid access token gets what it is for. */
export function verifyOpens(judge: Judge, answer: Answer): void {
  const expected = '2xx for a valid access token';
  const received = describeRefusal(answer);
  if (answer.status === 429 || answer.status >= 500) judge.inconclusive(expected, received);
  if (!opens(answer)) judge.fail({ expected, received });
}

/** Whether the resource gave what it protects. */
export function opens({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}

/** A resource's answer in words: its status, and the challenges by scheme and error. */
export function describeRefusal(answer: Answer): string {
  if (opens(answer)) return String(answer.status);
  const challenges = challengesOf(answer).map(({ scheme, parameters }) => {
    const error = parameters.get('error');
    return error === undefined ? scheme : `${scheme} error="${error}"`;
  });
  return `${answer.status} with ${challenges.length === 0 ? 'no challenge' : `challenge ${challenges.join(', ')}`}`;
}
