import type { Passage } from './servers/mock-behind-proxy.js';

const names = [
  'access_token',
  'refresh_token',
  'id_token',
  'code',
  'code_verifier',
  'client_secret',
  'client_assertion',
  'password',
  'token',
  'csrf',
];
/** Shorter values are words that tests send in place of a secret. */
const shortest = 12;
/** Of a random value so much is as good as the whole. */
const telling = 16;

/** The secrets that went over the wire or were planted, and every spelling in which they could turn up. */
export class SecretsSeen {
  readonly #values = new Map<string, string>();
  readonly #public = new Set<string>();
  passages = 0;

  /** Kinds of which at least one was seen. */
  get kinds(): Set<string> {
    return new Set([...this.#values].filter(([value]) => !this.#public.has(value)).map(([, kind]) => kind));
  }

  plant(name: string, value: string): void {
    this.#values.set(value, `planted ${name}`);
  }

  learn({ path, requestHeaders, requestBody, responseHeaders, responseBody }: Passage): void {
    this.passages++;
    for (const text of [queryOf(path), requestBody, queryOf(responseHeaders.location ?? ''), responseBody])
      this.#parameters(text);
    this.#members(responseBody);
    for (const [, name, value] of responseBody.matchAll(/name="(\w+)" value="([^"]*)"/g))
      this.#add(name, value);
    for (const line of responseHeaders['set-cookie'] ?? []) this.#cookie(line);
    for (const pair of (requestHeaders.cookie ?? '').split(';')) this.#cookie(pair);
    this.#keep('authorization', requestHeaders.authorization?.replace(/^\S+ /, ''));
  }

  /** `kind in file: spelling` for each secret that occurs; line breaks and spaces of a report do not hide one. */
  foundIn(texts: Record<string, string>): string[] {
    const found = new Set<string>();
    const dense = Object.entries(texts).map(([name, text]) => [name, withoutSpace(text)] as const);
    for (const [value, kind] of this.#values) {
      if (this.#public.has(value)) continue;
      for (const spelling of new Set(spellings(value).map(withoutSpace)))
        for (const [name, text] of dense)
          if (text.includes(spelling)) found.add(`${kind} in ${name}: ${spelling}`);
    }
    return [...found];
  }

  #parameters(encoded: string): void {
    for (const [name, value] of new URLSearchParams(encoded)) {
      this.#add(name, value);
      // Sent as a verifier by a test that steals it from the request: public from the beginning.
      if (name === 'code_challenge') this.#public.add(value);
    }
  }

  #members(body: string): void {
    if (!body.startsWith('{')) return;
    const members = JSON.parse(body) as Record<string, unknown>;
    for (const [name, value] of Object.entries(members))
      if (typeof value === 'string') this.#add(name, value);
  }

  #cookie(pair: string): void {
    this.#keep('cookie', /^\s*[^=]+=([^;]*)/.exec(pair)?.[1]);
  }

  #add(name: string | undefined, value: string | undefined): void {
    if (name !== undefined && names.includes(name)) this.#keep(name, value);
  }

  #keep(kind: string, value: string | undefined): void {
    if (value !== undefined && value.length >= shortest && !this.#values.has(value))
      this.#values.set(value, kind);
  }
}

function spellings(secret: string): string[] {
  const form = new URLSearchParams({ '': secret }).toString().slice(1);
  const json = JSON.stringify(secret).slice(1, -1);
  const base64 = Buffer.from(secret).toString('base64').replace(/=+$/, '');
  const plain = [
    secret,
    encodeURIComponent(secret),
    form,
    json,
    JSON.stringify(json).slice(1, -1),
    latin1(secret),
  ];
  return [
    ...plain,
    ...plain.map(markup),
    base64,
    base64.replaceAll('+', '-').replaceAll('/', '_'),
    ...pieces(secret),
  ];
}

/** The signature of a JWT, the beginning of anything else that is random: cut off is not taken out. */
function pieces(secret: string): string[] {
  const signature = /^eyJ[\w-]+\.[\w-]+\.([\w-]+)$/.exec(secret)?.[1];
  if (signature !== undefined) return [signature];
  return /^[\w-]{32,}$/.test(secret) ? [secret.slice(0, telling)] : [];
}

/** Written out once more: what looks for secrets shares nothing with what takes them out. */
function markup(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] as string);
}

/** UTF-8 as it looks in files that were read byte by byte. */
function latin1(text: string): string {
  return Buffer.from(text).toString('latin1');
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}

function queryOf(url: string): string {
  return url.split(/[?#]/).slice(1).join('&');
}
