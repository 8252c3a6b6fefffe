/** An answer as data, so that seams can look at it and change it before it is sent. */
export interface Reply {
  status: number;
  headers: Record<string, string | string[]>;
  body: string;
}

export function json(status: number, value: unknown, headers: Reply['headers'] = {}): Reply {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) };
}

export function html(status: number, body: string, headers: Reply['headers'] = {}): Reply {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body };
}

/** Header values are ASCII (RFC 9110 §5.5): of a URI with more, which only a fault lets through, the rest is encoded. */
function inHeader(location: string): string {
  return location.replace(/[^\x21-\x7E]/gu, encodeURIComponent);
}

/** 303, so that a browser follows with GET and never replays a posted password (RFC 9700 §4.12). */
export function redirect(location: string, headers: Reply['headers'] = {}): Reply {
  return {
    status: 303,
    headers: { location: inHeader(location), 'cache-control': 'no-store', ...headers },
    body: '',
  };
}

export function empty(status: number, headers: Reply['headers'] = {}): Reply {
  return { status, headers, body: '' };
}
