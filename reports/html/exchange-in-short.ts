import type { RecordedExchange } from '../../fixtures/wire/exchange-log.js';

/** Characters on an arrow. */
const shownPath = 60;

/** `POST /token`: what stands on the arrow of a request. */
export function requestInShort({ method, url }: Pick<RecordedExchange, 'method' | 'url'>): string {
  return `${method} ${short(bare(url).slice(originOf(url).length) || bare(url))}`;
}

/** `400 error=invalid_grant`, `303 to /callback with code, state`: what stands on the arrow back. */
export function answerInShort({
  url,
  status,
  error,
  outcome,
  responseHeaders,
  responseBody,
}: Pick<
  RecordedExchange,
  'url' | 'status' | 'error' | 'outcome' | 'responseHeaders' | 'responseBody'
>): string {
  if (error !== undefined) return `no answer: ${short(error)}`;
  if (outcome !== undefined) return short(outcome);
  const location = responseHeaders.find(([name]) => name.toLowerCase() === 'location')?.[1];
  if (location !== undefined) return `${status} to ${target(location, originOf(url))}`;
  return [status, ...told(responseBody)].join(' ');
}

/** Another host than the one that answered is what matters most in it. */
function target(location: string, own: string): string {
  const names = [...new URLSearchParams(location.split(/[?#]/).slice(1).join('&')).keys()];
  const parameters = names.length === 0 ? '' : ` with ${short(names.join(', '))}`;
  const address = bare(location);
  const inside = own !== '' && address.startsWith(`${own}/`);
  return `${short(inside ? address.slice(own.length) : address)}${parameters}`;
}

/** What an OAuth answer says, in a word: the error, or what was issued. */
function told(body: string): string[] {
  const answer = parsed(body);
  if (typeof answer?.error === 'string') return [`error=${short(answer.error)}`];
  const issued = ['access_token', 'refresh_token', 'id_token'].filter((name) => answer?.[name] !== undefined);
  return issued.length === 0 ? [] : [`with ${issued.join(', ')}`];
}

function parsed(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Without query and fragment: the full address is in the message. */
function bare(url: string): string {
  return url.replace(/[?#].*/s, '');
}

/** Scheme and host as they are written. */
function originOf(url: string): string {
  return /^https?:\/\/[^/?#]*/i.exec(url)?.[0] ?? '';
}

function short(text: string): string {
  return text.length <= shownPath ? text : `${text.slice(0, shownPath)}…`;
}
