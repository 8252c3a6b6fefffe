import type { RequestListener } from 'node:http';
import type { Interceptor } from './mock-behind-proxy.js';

const html = { 'content-type': 'text/html; charset=utf-8' };

/** Servers that serve nobody, by what they say to every request: none of them has shown anything by refusing. */
export const dishonestServers: Record<string, RequestListener> = {
  'refuses everything with an OAuth error': (_request, response) => {
    response.writeHead(400, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify({ error: 'invalid_request', error_description: 'no' }));
  },
  'forbids everything with a page': (_request, response) => {
    response.writeHead(403, html).end('<!doctype html><title>Forbidden</title><h1>403 Forbidden</h1>');
  },
  'answers 500 to everything': (_request, response) => {
    response.writeHead(500, html).end('<!doctype html><title>Error</title><h1>Internal Server Error</h1>');
  },
  'sends everybody back with an error': (request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const to = new URL(redirectUri(searchParams.get('redirect_uri')));
    to.searchParams.set('error', 'access_denied');
    const state = searchParams.get('state');
    if (state !== null) to.searchParams.set('state', state);
    response.writeHead(302, { location: to.href }).end();
  },
  'shows everybody the same page': (_request, response) => {
    response
      .writeHead(200, html)
      .end('<!doctype html><title>Welcome</title><h1>Welcome</h1><p>It works.</p>');
  },
};

/** Takes a connection and a request, and says nothing. */
export const silent: RequestListener = () => {};

/**
 * A correct server's answers until it has given `tolerated` refusals; then 403 to everybody.
 */
export function lockingOutAfter(tolerated: number, onLock: () => void): Interceptor {
  let refusals = 0;
  return ({ path, status }) => {
    if (refusals >= tolerated)
      return {
        status: 403,
        headers: html,
        body: '<!doctype html><title>Locked</title><h1>Too many bad requests</h1>',
      };
    if (status >= 400 && status < 500 && !isForgivable(path) && ++refusals === tolerated) onLock();
    return undefined;
  };
}

/** What a harness may ask for in good faith although it need not exist. */
function isForgivable(path: string): boolean {
  return path === '/' || path.startsWith('/.well-known/');
}

function redirectUri(asked: string | null): string {
  return asked !== null && URL.canParse(asked) ? asked : 'http://127.0.0.1/callback';
}
