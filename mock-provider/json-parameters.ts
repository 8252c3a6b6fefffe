import { describable, OAuthError } from './oauth-error.js';

/** Members that are texts, numbers or truth values; what is nested is no parameter of the protocol. */
export function jsonParameters(body: string): URLSearchParams {
  const value = parsed(body);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new OAuthError('invalid_request', 'the body must be a JSON object');
  const plain = Object.entries(value).filter(([, member]) => member !== null && typeof member !== 'object');
  return new URLSearchParams(plain.map(([name, member]): [string, string] => [name, String(member)]));
}

/** Media type of a request's body, without parameters. */
export function mediaType(contentType: string | undefined): string | undefined {
  return contentType?.split(';')[0]?.trim().toLowerCase();
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new OAuthError('invalid_request', `the body is not JSON: ${describable(body.slice(0, 40))}`);
  }
}
