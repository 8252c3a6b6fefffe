import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Takeover } from '../servers/mock-behind-proxy.js';

const json = { 'content-type': 'application/json', 'cache-control': 'no-store' };
const html = { 'content-type': 'text/html; charset=utf-8' };
const refusal = '{"error":"invalid_grant"';
const megabyte = Buffer.alloc(1 << 20, ' ');
const tokenMember = '"access_token":"h0stile-token-0123456789abcdef","token_type":"Bearer"';

/** Answers that cannot be read to their end, or not in time: whatever they are about, nothing is shown by them. */
export const unreadableAnswers: Record<string, Takeover> = {
  '100 MB of known length': (response) => {
    response.writeHead(400, { ...json, 'content-length': 100 * megabyte.length });
    pump(response, 100);
  },
  '100 MB in chunks': (response) => {
    response.writeHead(400, json).write(refusal);
    pump(response, 100);
  },
  'a body without end': (response) => {
    response.writeHead(400, json).write(refusal);
    pump(response, Number.POSITIVE_INFINITY);
  },
  'a token behind two megabytes': (response) => {
    response.writeHead(400, json).end(`${refusal},"x":"${' '.repeat(2 << 20)}",${tokenMember}}`);
  },
  'a body that unpacks to 100 MB': (response) => {
    response.writeHead(400, { ...json, 'content-encoding': 'gzip' }).end(bomb());
  },
  'ten thousand headers': raw((write) => {
    write('HTTP/1.1 400 Bad Request\r\n');
    for (let number = 0; number < 10_000; number++) write(`X-Header-${number}: h0stile\r\n`);
    write('Set-Cookie: a=b\r\n'.repeat(10_000));
    write(`Content-Length: 25\r\n\r\n${refusal}}`);
  }),
  'a header line of 1 MB': raw((write) => {
    write(`HTTP/1.1 400 Bad Request\r\nX: ${'x'.repeat(1 << 20)}\r\nContent-Length: 25\r\n\r\n${refusal}}`);
  }),
  'a reset in the middle': (response) => {
    response.writeHead(400, { ...json, 'content-length': 1000 }).write(refusal);
    setTimeout(() => response.socket?.resetAndDestroy(), 20);
  },
  'no HTTP': raw((write, end) => {
    write('<h1>400 Bad Request</h1>\n');
    end();
  }),
  'data after the end': raw((write, end) => {
    write(
      `HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 4\r\n\r\nnullHTTP/1.1 200 OK\r\n\r\n{${tokenMember}}`,
    );
    end();
  }),
  'another protocol': raw((write) => {
    write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: h0stile\r\nConnection: Upgrade\r\n\r\n');
  }),
  'JSON of 100,000 levels': (response) => {
    response
      .writeHead(400, json)
      .end(`${refusal},"x":${'['.repeat(100_000)}${']'.repeat(100_000)},${tokenMember}}`);
  },
};

/** The same, but it takes the time limit of a request to know: kept apart, because they are slow. */
export const lastingAnswers: Record<string, Takeover> = {
  'a body that drips': (response) => {
    response.writeHead(400, json).write(refusal);
    drip(response, () => response.write(' '));
  },
  'headers that drip': raw((write, _end, response) => {
    write('HTTP/1.1 400 Bad Request\r\n');
    drip(response, () => write('X: h0stile\r\n'));
  }),
  'one informational answer after the other': raw((write, _end, response) => {
    drip(response, () => write('HTTP/1.1 103 Early Hints\r\nLink: <h0stile>\r\n\r\n'));
  }),
  'no answer': () => {},
};

/** Pages for a refusal that are hard to read, and refuse all the same. */
export const pagesThatRefuse: Record<string, string> = {
  '25,000 forms': '<form id=f></form>'.repeat(25_000),
  'forms whose ids are no selectors':
    `<form id='"],*,[x="'><input name=a></form><button form='"]{}\\'>x</button>`.repeat(500),
  '14,000 links': '<a href=x>y</a>'.repeat(14_000),
  'inputs without end': '<input '.repeat(140_000),
  '20,000 secrets': manySecrets(),
  '14,000 scripts': "<script>location='x'</script>".repeat(14_000),
};

/** Pages that nobody can read, a browser neither. */
export const unreadablePages: Record<string, string> = {
  'elements within elements': '<div>'.repeat(200_000),
  'links within links': '<a href=x>'.repeat(100_000),
  'more links than anybody reads': '<a href=x>y</a>'.repeat(60_000),
  'forms without a page': '</body>'.concat('<form id=f></form>'.repeat(40_000)),
};

/** A page of a refusal. */
export function refusingPage(body: string): Takeover {
  return (response) =>
    void response.writeHead(400, html).end(`<!doctype html><title>Refused</title><body>${body}`);
}

/** Ways to send a browser round in circles. */
export const loops: Record<string, (path: string) => Takeover> = {
  'to itself': (path) => redirect(path),
  'there and back': (path) => redirect(path.startsWith('/loop/a') ? '/loop/b' : '/loop/a'),
  'to ever new places': (path) => redirect(`/loop/${Number(/^\/loop\/(\d+)/.exec(path)?.[1] ?? 0) + 1}`),
};

function redirect(location: string): Takeover {
  return (response) => void response.writeHead(303, { location }).end();
}

/** Writes so many megabytes, as fast as they are taken. */
function pump(response: ServerResponse, left: number): void {
  if (response.destroyed) return;
  if (left === 0) return void response.end();
  if (response.write(megabyte)) setImmediate(pump, response, left - 1);
  else response.once('drain', () => pump(response, left - 1));
}

function drip(response: ServerResponse, drop: () => void): void {
  const timer = setInterval(drop, 100);
  response.once('close', () => clearInterval(timer));
}

/** Bytes on the socket, past what node:http would write. */
function raw(
  answer: (write: (text: string) => void, end: () => void, response: ServerResponse) => void,
): Takeover {
  return (response) => {
    const { socket } = response;
    socket?.on('error', () => {});
    answer(
      (text) => void socket?.write(text, 'latin1'),
      () => void socket?.end(),
      response,
    );
  };
}

let packed: Buffer | undefined;

function bomb(): Buffer {
  packed ??= gzipSync(Buffer.alloc(100 * megabyte.length, ' '));
  return packed;
}

/** Hidden fields that look like anti-forgery values, which a redactor learns; all begin alike. */
function manySecrets(): string {
  const field = (_: unknown, number: number) =>
    `<input type=hidden name=csrf value="aaaaaa${number.toString(36)}">`;
  return Array.from({ length: 20_000 }, field).join('');
}
