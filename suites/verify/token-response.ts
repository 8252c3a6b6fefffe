import { describeAnswer } from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { type Answer, jsonObject, mediaType } from '../../fixtures/wire/transport.js';

/** Access token types that a bearer client can use, compared without case (RFC 6749 §5.1). */
const usableTypes = ['bearer', 'dpop'];
/** The rest of IANA's OAuth Access Token Types. */
const otherTypes = ['n_a', 'pop'];
/** A type of one's own is named by a URI (RFC 6749 §8.1). */
const absoluteUri = /^[a-z][a-z0-9+.-]*:\S+$/i;

/** The shape of a successful token response (RFC 6749 §5.1). Returns its members. */
export function verifyTokenResponse(judge: Judge, answer: Answer): Record<string, unknown> {
  const fail = (expected: string, received: string) => judge.fail({ expected, received });
  verifySuccess(judge, answer);
  if (mediaType(answer) !== 'application/json')
    fail('Content-Type application/json', `Content-Type ${mediaType(answer) || 'missing'}`);
  const body = jsonObject(answer) ?? fail('a JSON object', 'a body that is none');
  const { access_token: accessToken, token_type: tokenType } = body;
  if (typeof accessToken !== 'string' || accessToken === '')
    fail('access_token, a non-empty string', shapeOf(accessToken));
  verifyTokenType(judge, tokenType);
  for (const name of ['refresh_token', 'scope']) {
    const value = body[name];
    if (value !== undefined && typeof value !== 'string')
      fail(`${name}, if present, a string`, shapeOf(value));
  }
  return body;
}

function verifySuccess(judge: Judge, answer: Answer): void {
  const [expected, received] = ['status 200', describeAnswer(answer)];
  if (answer.status === 429) judge.inconclusive(expected, received);
  if (answer.status !== 200) judge.fail({ expected, received, unavailable: answer.status >= 500 });
}

function verifyTokenType(judge: Judge, tokenType: unknown): void {
  const expected = 'token_type Bearer or DPoP, in any case';
  if (typeof tokenType !== 'string') judge.fail({ expected, received: shapeOf(tokenType) });
  const type = tokenType.toLowerCase();
  if (usableTypes.includes(type)) return;
  if (!otherTypes.includes(type) && !absoluteUri.test(tokenType))
    judge.fail({ expected, received: `token_type ${JSON.stringify(tokenType)}` });
  judge.note(`token_type is ${tokenType}`);
}

/** A JSON value by its type, without its content. */
export function shapeOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (value === '') return 'an empty string';
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`;
}
