import type { Interceptor, Passage, Replacement } from '../servers/mock-behind-proxy.js';
import { everyWord, headerWords } from './words.js';

const isMetadata = ({ path, status }: Passage) => path.startsWith('/.well-known/') && status === 200;
const isToken = ({ path, status }: Passage) => path === '/token' && status === 200;
const isPage = ({ responseHeaders }: Passage) => responseHeaders['content-type']?.includes('html') ?? false;

/** A correct server in all that it does, and hostile in every text that the protocol lets it choose. */
export const hostileInWords: Interceptor = (passage) => {
  const { status, responseHeaders, responseBody } = passage;
  const { location } = responseHeaders;
  const headers = { ...kept(passage), 'x-h0stile': headerWords, server: headerWords };
  if (location !== undefined && /[?&]error=/.test(location)) {
    const to = new URL(location);
    to.searchParams.set('error_description', everyWord);
    to.searchParams.set('error_uri', `javascript:alert('h0stile')`);
    return { status, headers: { ...headers, location: to.href }, body: '' };
  }
  if (status < 400) return undefined;
  if (!isPage(passage)) return { status, headers, body: withMembers(responseBody, hostileError) };
  const body = responseBody.replace(/<title>[^<]*/, () => `<title>${everyWord}`);
  // Bytes that are no UTF-8 in between.
  return (response) =>
    void response
      .writeHead(status, headers)
      .end(Buffer.concat([Buffer.from(body), Buffer.from('\xff\xfe\xc0h0stile', 'latin1')]));
};

const hostileError = {
  error_description: everyWord,
  error_uri: `javascript:alert('h0stile')`,
  [everyWord]: everyWord,
};

/** JSON in place of what a client expects there, whatever it is asked for. */
const strangeValues: Record<string, unknown> = {
  'an object that is no text': { toString: 'h0stile', valueOf: 1, length: 1e9, toJSON: 1 },
  'a list of lists': [[], [[null]], { length: -1 }],
  'a long text': 'h0stile '.repeat(100_000),
  'a huge number': '\u0000number',
  words: everyWord,
};

/** Metadata whose further members are of one strange kind; issuer and the two endpoints of a login are right. */
function strangeMetadata(value: unknown, all: boolean): Interceptor {
  return (passage) => {
    if (!isMetadata(passage)) return undefined;
    const document = JSON.parse(passage.responseBody) as Record<string, unknown>;
    const right = all ? [] : ['issuer', 'authorization_endpoint', 'token_endpoint'];
    const strange = Object.fromEntries(
      Object.entries(document).map(([name, member]) => [name, right.includes(name) ? member : value]),
    );
    return { status: 200, headers: kept(passage), body: stranger(strange) };
  };
}

function strangeTokens(value: unknown): Interceptor {
  return (passage) =>
    isToken(passage)
      ? {
          status: 200,
          headers: kept(passage),
          body: withMembers(passage.responseBody, {
            token_type: value,
            expires_in: value,
            scope: value,
            id_token: value,
            refresh_token: value,
          }),
        }
      : undefined;
}

/** Endpoints that nobody may be led to, by what a careless program would do there. */
export const trappedMetadata: Interceptor = (passage) => {
  if (!isMetadata(passage)) return undefined;
  const members = {
    revocation_endpoint: `javascript:alert('h0stile')`,
    introspection_endpoint: 'file:///etc/passwd',
    userinfo_endpoint: 'http://[::1',
    jwks_uri: 'http://127.0.0.2:9/h0stile',
    registration_endpoint: 'ftp://127.0.0.1/h0stile',
    pushed_authorization_request_endpoint: '//h0stile',
    __proto__x: { access_token: 'h0stile' },
  };
  const body = withMembers(passage.responseBody, members).replace('__proto__x', '__proto__');
  return { status: 200, headers: kept(passage), body };
};

/** Behaviours that fail the correct client, each named by what it does. */
export const strangeManners: Record<string, Interceptor> = {
  'metadata that set traps': trappedMetadata,
  ...named('metadata of', strangeValues, (value) => strangeMetadata(value, false)),
  ...named('nothing but metadata of', strangeValues, (value) => strangeMetadata(value, true)),
  ...named('tokens of', strangeValues, strangeTokens),
  'a flood of cookies': (passage) =>
    isPage(passage)
      ? {
          status: passage.status,
          headers: { ...kept(passage), 'set-cookie': cookies(passage) },
          body: passage.responseBody,
        }
      : undefined,
  'one login page after the other': ({ path }) =>
    path.startsWith('/authorize') || path.startsWith('/interaction') ? loginPage() : undefined,
  'a page that comes again by itself': ({ path }) =>
    path.startsWith('/authorize')
      ? {
          status: 200,
          headers: { 'content-type': 'text/html', refresh: `0; url=${path}` },
          body: `<!doctype html><meta http-equiv=refresh content="0;url=${path}"><body onload="location='${path}'">`,
        }
      : undefined,
  'a redirect to nowhere': ({ path }) =>
    path.startsWith('/authorize')
      ? {
          status: 302,
          headers: { location: `javascript:alert('h0stile')//?code=h0stile${headerWords}` },
          body: '',
        }
      : undefined,
};

function named<Value>(
  prefix: string,
  values: Record<string, Value>,
  interceptor: (value: Value) => Interceptor,
): Record<string, Interceptor> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`${prefix} ${name}`, interceptor(value)]),
  );
}

let pages = 0;

function loginPage(): Replacement {
  const field = `f${pages++}`;
  const body = `<!doctype html><title>Log in</title><form method=post action="/interaction/${field}">
<input name=username><input name=password type=password><input name=${field}><button>Sign in</button></form>`;
  return { status: 200, headers: { 'content-type': 'text/html' }, body };
}

function cookies({ responseHeaders }: Passage): string[] {
  const flood = Array.from({ length: 300 }, (_, number) => `h0stile${number}=x; Path=/`);
  return [
    ...(responseHeaders['set-cookie'] ?? []),
    ...flood,
    '__proto__=h0stile',
    '=h0stile',
    'a'.repeat(2000),
    `u=${headerWords.replace(/;/g, '')}`,
  ];
}

function withMembers(json: string, members: Record<string, unknown>): string {
  return stranger({ ...(JSON.parse(json) as Record<string, unknown>), ...members });
}

/** A number that JSON allows and no number can hold stands for its placeholder. */
function stranger(document: object): string {
  return JSON.stringify(document).replaceAll('"\\u0000number"', `1${'0'.repeat(400)}`);
}

/** Headers of the mock's answer less those that tell its length. */
function kept({ responseHeaders }: Passage): Record<string, string | string[]> {
  const {
    'content-length': _length,
    'transfer-encoding': _coding,
    connection: _connection,
    ...rest
  } = responseHeaders;
  return Object.fromEntries(
    Object.entries(rest).filter((entry): entry is [string, string | string[]] => entry[1] !== undefined),
  );
}
