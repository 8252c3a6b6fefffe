import { isLoopbackHost } from '../../connection/loopback.js';
import { AnswerError } from './question.js';

/** Readers of answers. Each throws AnswerError with what is expected. */

export function text(value: string): string {
  const trimmed = value.trim();
  if (trimmed === '') throw new AnswerError('Something has to stand here.');
  return trimmed;
}

export function oneOf<T extends string>(...choices: readonly T[]): (value: string) => T {
  return (value) => {
    const word = value.trim().toLowerCase();
    const found =
      choices.find((choice) => choice === word) ?? only(choices.filter((one) => one.startsWith(word)));
    if (word !== '' && found !== undefined) return found;
    throw new AnswerError(`Write one of: ${choices.join(', ')}.`);
  };
}

function only<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}

/** An address of a server: https, or http on this machine. */
export function serverUrl(value: string): string {
  const trimmed = value.trim();
  if (!URL.canParse(trimmed) || !/^https?:\/\//i.test(trimmed))
    throw new AnswerError('Write a whole URL, as https://login.example or http://127.0.0.1:8080.');
  const { protocol, hostname, username, password, hash } = new URL(trimmed);
  if (username !== '' || password !== '')
    throw new AnswerError('Write the URL without user name and password.');
  if (hash !== '' || trimmed.includes('#')) throw new AnswerError('Write the URL without the part from "#".');
  if (protocol === 'http:' && !isLoopbackHost(hostname))
    throw new AnswerError(
      'Off this machine only https is accepted: codes and tokens would be readable on the way.',
    );
  return trimmed;
}

/** An issuer identifier; the address of its metadata, which people have at hand, tells it too (RFC 8414 §3.1). */
export function issuer(value: string): string {
  const url = serverUrl(value);
  if (url.includes('?'))
    throw new AnswerError('Write the issuer without a query: an issuer identifier has none.');
  const known =
    /^(https?:\/\/[^/]+)(.*?)\/\.well-known\/(?:oauth-authorization-server|openid-configuration)(.*)$/i;
  const [, origin = '', before = '', after = ''] = known.exec(url) ?? [];
  return origin === '' ? url : `${origin}${before}${after}`;
}

/** A redirect URI as it is registered: of a web page, a loopback listener or an app. */
export function redirectUrl(value: string): string {
  const trimmed = value.trim();
  if (/^https?:/i.test(trimmed)) return serverUrl(trimmed);
  if (/^[a-z][a-z0-9+.-]*:\/[^\s#]+$/i.test(trimmed)) return trimmed;
  throw new AnswerError(
    'Write the redirect URI as it is registered, as http://127.0.0.1:8765/callback or com.example.app:/callback.',
  );
}

/** The name of an environment variable. What is typed here lands in the file, so a secret must not pass for a name. */
export function variable(value: string): string {
  const name = value.trim().replace(/^\$\{?([^}]*)\}?$/, '$1');
  if (/^[A-Z_][A-Z0-9_]{0,63}$/.test(name)) return name;
  throw new AnswerError(
    'Write the name of an environment variable, in capitals, as CLIENT_SECRET. The secret itself belongs into no file.',
  );
}

/** Words at spaces or commas; none is an answer too. */
export function list(value: string): string[] {
  const words = value.split(/[\s,]+/).filter((word) => word !== '');
  const repeated = words.find((word, index) => words.indexOf(word) !== index);
  if (repeated !== undefined) throw new AnswerError('One of them stands there twice.');
  return words;
}

/** A program and its arguments, as a shell would read them; no shell will. */
export function command(value: string): string[] {
  // Parts without a space between them are one word, quoted or not; a quote that is never closed is a character.
  const words = [...value.matchAll(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|\S)+/g)].map(([word]) =>
    word.replace(
      /"((?:[^"\\]|\\.)*)"|'([^']*)'/g,
      (_part, double?: string, single?: string) => double?.replace(/\\(.)/g, '$1') ?? single ?? '',
    ),
  );
  if (words.length === 0 || words[0]?.trim() === '')
    throw new AnswerError('Write the program and its arguments, as: python3 adapter.py');
  return words;
}

/** An optional answer: nothing, or what `parse` reads. */
export function optional<T>(parse: (value: string) => T): (value: string) => T | undefined {
  return (value) => (value.trim() === '' || value.trim() === '-' ? undefined : parse(value));
}

export function expression(value: string): string {
  try {
    new RegExp(value);
  } catch (error) {
    throw new AnswerError(`That is no regular expression: ${(error as Error).message.split(': ').at(-1)}.`);
  }
  return text(value);
}
