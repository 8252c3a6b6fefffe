import { describeAnswer } from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { type Answer, jsonObject, mediaType } from '../../fixtures/wire/transport.js';
import { carriesAccessToken } from './token-refusal.js';
import { shapeOf } from './token-response.js';

/** Alphabets of RFC 6749 Appendix A.7 to A.9; none of the values may be empty. */
const errorText = /^[\x20-\x21\x23-\x5B\x5D-\x7E]+$/;
const uriText = /^[\x21\x23-\x5B\x5D-\x7E]+$/;
const optional: [string, RegExp][] = [
  ['error_description', errorText],
  ['error_uri', uriText],
];

/** The shape of an error answer of the token endpoint (RFC 6749 §5.2). */
export function verifyErrorShape(judge: Judge, answer: Answer): void {
  const asked = 'status 400 (401 for invalid_client) and a JSON object with error';
  const received = describeAnswer(answer);
  if (answer.status === 429) judge.inconclusive(asked, received);
  if (answer.status >= 500) judge.fail({ expected: asked, received, unavailable: true });
  if (answer.status < 400 || carriesAccessToken(answer)) judge.fail({ expected: asked, received });
  if (mediaType(answer) !== 'application/json') {
    judge.fail({
      expected: 'Content-Type application/json',
      received: `Content-Type ${mediaType(answer) || 'missing'}`,
    });
  }
  const body =
    jsonObject(answer) ?? judge.fail({ expected: 'a JSON object', received: 'a body that is none' });
  const { error } = body;
  if (typeof error !== 'string') {
    judge.fail({ expected: 'error, a string', received: shapeOf(error) });
  } else if (!errorText.test(error)) {
    judge.fail({
      expected: 'error of the characters %x20-21 / %x23-5B / %x5D-7E, and not empty',
      received: JSON.stringify(error),
    });
  }
  verifyStatus(judge, answer.status, error);
  for (const [name, alphabet] of optional) verifyOptional(judge, name, body[name], alphabet);
}

function verifyStatus(judge: Judge, status: number, error: unknown): void {
  if (status === 400 || (status === 401 && error === 'invalid_client')) return;
  judge.warn({ expected: 'status 400, or 401 for invalid_client', received: `${status} error=${error}` });
}

function verifyOptional(judge: Judge, name: string, value: unknown, alphabet: RegExp): void {
  if (value === undefined) return;
  if (typeof value !== 'string')
    judge.fail({ expected: `${name}, if present, a string`, received: shapeOf(value) });
  else if (!alphabet.test(value)) {
    judge.warn({
      expected: `${name} of the characters that RFC 6749 Appendix A allows`,
      received: JSON.stringify(value),
    });
  }
}
