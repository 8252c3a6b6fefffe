import type { Passage, Replacement } from './mock-behind-proxy.js';

/** Every way in which a server, or whatever stands before it, writes a value down. */
const spellings: ((secret: string) => string)[] = [
  (secret) => secret,
  encodeURIComponent,
  (secret) => new URLSearchParams({ '': secret }).toString().slice(1),
  (secret) => Buffer.from(secret).toString('base64'),
  (secret) => Buffer.from(secret).toString('base64url'),
  (secret) => JSON.stringify(secret).slice(1, -1),
];

/**
 * The mock's answer with all secrets of the exchange in places where nobody looks for them: headers of any name, a
 * cookie, the address that is redirected to, members of JSON, a page's script, comment and address, an error's text.
 */
export function echoing(passage: Passage): Replacement {
  const { status, responseHeaders, responseBody } = passage;
  const secrets = secretsOf(passage);
  const echo = secrets.flatMap((secret) => spellings.map((spell) => spell(secret)));
  const { 'content-length': _length, ...headers } = responseHeaders;
  // Header values are Latin-1: what is beyond stays out of them.
  const printable = echo.filter((text) => /^[\u0020-\u007e]*$/.test(text));
  return {
    status,
    headers: {
      ...(headers as Record<string, string | string[]>),
      ...located(headers.location, secrets),
      'x-debug': printable.join(' | '),
      'server-timing': `token;desc="${printable.join(',').replaceAll('"', "'")}"`,
      'set-cookie': [
        ...(headers['set-cookie'] ?? []),
        `trace=${encodeURIComponent(secrets.join(' '))}; Path=/never`,
      ],
    },
    body: withEcho(responseBody, String(headers['content-type'] ?? ''), echo),
  };
}

function located(location: string | undefined, secrets: readonly string[]): Record<string, string> {
  if (location === undefined || secrets.length === 0) return {};
  const separator = location.includes('?') ? '&' : '?';
  return { location: `${location}${separator}${new URLSearchParams({ debug: secrets.join(' ') })}` };
}

function withEcho(body: string, type: string, echo: readonly string[]): string {
  if (type.startsWith('application/json') && body.startsWith('{')) {
    const members = JSON.parse(body) as Record<string, unknown>;
    const told = members.error === undefined ? {} : { error_description: echo.join(' ') };
    return JSON.stringify({
      ...members,
      ...told,
      debug: { request: { received: echo } },
      note: echo.join('\n'),
    });
  }
  if (!type.startsWith('text/html')) return body;
  const address = `/log?q=${encodeURIComponent(echo.join(' '))}`;
  const script = `<script type="application/json">${JSON.stringify({ seen: echo }).replaceAll('<', '\\u003c')}</script>`;
  const comment = `<!-- ${echo.join(' ').replaceAll('--', '- -').replaceAll('>', '&gt;')} -->`;
  return `${body}${comment}<p data-seen="${address}">${script}</p>`;
}

/** As a server that logs too much has them: whole values, by the names of the wire. */
function secretsOf({ path, requestHeaders, requestBody, responseHeaders, responseBody }: Passage): string[] {
  const parameters = [path, responseHeaders.location ?? ''].map((url) =>
    url.split(/[?#]/).slice(1).join('&'),
  );
  const values = [requestBody, ...parameters].flatMap((encoded) =>
    names.flatMap((name) => new URLSearchParams(encoded).getAll(name)),
  );
  return [
    ...new Set([...values, ...credentialsOf(requestHeaders.authorization), ...issuedIn(responseBody)]),
  ].filter(({ length }) => length >= 12);
}

const names = [
  'code',
  'code_verifier',
  'client_secret',
  'client_assertion',
  'password',
  'refresh_token',
  'token',
];

function credentialsOf(authorization = ''): string[] {
  const [, scheme = '', credentials = ''] = /^(\S+) (.+)$/.exec(authorization) ?? [];
  if (scheme.toLowerCase() !== 'basic') return [credentials];
  const [, secret = ''] = /:(.*)$/s.exec(Buffer.from(credentials, 'base64').toString()) ?? [];
  return [new URLSearchParams(`s=${secret}`).get('s') ?? ''];
}

function issuedIn(body: string): string[] {
  return [...body.matchAll(/"(?:access_token|refresh_token|id_token)":"([^"]+)"/g)].map(
    ([, token = '']) => token,
  );
}
