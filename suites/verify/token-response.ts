import { describeAnswer } from '../../fixtures/server/server-under-test.js';
import type { Judge } from '../../fixtures/verdict/judge.js';
import { type Answer, jsonObject, mediaType } from '../../fixtures/wire/transport.js';

/** Registered access token types, compared without case (RFC 6749 §5.1). */
const knownTypes = ['bearer', 'dpop'];

/** The shape of a successful token response (RFC 6749 §5.1). Returns its members. */
export function verifyTokenResponse(judge: Judge, answer: Answer): Record<string, unknown> {
  const fail = (expected: string, received: string) => judge.fail({ expected, received });
  if (answer.status !== 200) fail('status 200', describeAnswer(answer));
  if (mediaType(answer) !== 'application/json')
    fail('Content-Type application/json', `Content-Type ${mediaType(answer) || 'missing'}`);
  const body = jsonObject(answer) ?? fail('a JSON object', 'a body that is none');
  const { access_token: accessToken, token_type: tokenType } = body;
  if (typeof accessToken !== 'string' || accessToken === '')
    fail('access_token, a non-empty string', shapeOf(accessToken));
  if (typeof tokenType !== 'string') fail('token_type, a string', shapeOf(tokenType));
  else if (!knownTypes.includes(tokenType.toLowerCase())) judge.note(`token_type is ${tokenType}`);
  for (const name of ['refresh_token', 'scope']) {
    const value = body[name];
    if (value !== undefined && typeof value !== 'string')
      fail(`${name}, if present, a string`, shapeOf(value));
  }
  return body;
}

/** A JSON value by its type, without its content. */
export function shapeOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (value === '') return 'an empty string';
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`;
}
