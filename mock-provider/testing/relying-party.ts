import { createHash, randomBytes } from 'node:crypto';

/** A small client, for the mock's own tests only: it shares no code with what it tests. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** Parsed body, or {} when it is no JSON object. */
  body: Record<string, unknown>;
}

export const redirectUri = 'http://127.0.0.1:8765/callback';

export function newVerifier(): { code_verifier: string; code_challenge: string } {
  const code_verifier = randomBytes(32).toString('base64url');
  return { code_verifier, code_challenge: createHash('sha256').update(code_verifier).digest('base64url') };
}

/** What a correct authorization request carries, with changes; `undefined` leaves a parameter out. */
export function authorizationParameters(changes: Record<string, string | undefined> = {}): URLSearchParams {
  const all: Record<string, string | undefined> = {
    response_type: 'code',
    client_id: 'demo',
    redirect_uri: redirectUri,
    scope: 'openid read',
    state: 'the-state',
    code_challenge_method: 'S256',
    ...changes,
  };
  const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return new URLSearchParams(given);
}

/** Sends a request and never follows a redirect. */
export async function send(url: string | URL, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parsed(text) };
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

export function post(
  url: string,
  form: Record<string, string> | URLSearchParams,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return send(url, { method: 'POST', body: new URLSearchParams(form), headers });
}

/** Where the answer of an authorization request redirects to; works where approval is automatic. */
export async function authorize(
  issuer: string,
  changes: Record<string, string | undefined> = {},
): Promise<URL> {
  const { headers, status, text } = await send(`${issuer}/authorize?${authorizationParameters(changes)}`);
  const location = headers.get('location');
  if (location === null) throw new Error(`no redirect but ${status}: ${text.slice(-200)}`);
  return new URL(location, issuer);
}

/** A fresh code, and the token request that redeems it. */
export async function codeRequest(
  issuer: string,
  changes: Record<string, string | undefined> = {},
): Promise<Record<string, string>> {
  const { code_verifier, code_challenge } = newVerifier();
  const response = await authorize(issuer, { code_challenge, ...changes });
  return {
    grant_type: 'authorization_code',
    code: response.searchParams.get('code') ?? '',
    client_id: changes.client_id ?? 'demo',
    redirect_uri: changes.redirect_uri ?? redirectUri,
    code_verifier,
  };
}

/** The tokens of a whole authorization code flow of a public client. */
export async function tokens(
  issuer: string,
  changes: Record<string, string | undefined> = {},
): Promise<{ access_token: string; refresh_token: string; id_token: string }> {
  const { body, status } = await post(`${issuer}/token`, await codeRequest(issuer, changes));
  if (status !== 200) throw new Error(`the token request was answered ${status}: ${JSON.stringify(body)}`);
  return body as { access_token: string; refresh_token: string; id_token: string };
}

/** A person's browser: keeps cookies, fills the pages' forms in, and stops where the client is redirected to. */
export class Browser {
  readonly cookies = new Map<string, string>();

  async visit(url: string | URL, form?: Record<string, string>): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, origin: new URL(url).origin };
    const answer = form === undefined ? await send(url, { headers }) : await post(String(url), form, headers);
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    return answer;
  }

  /** Follows from an authorization URL to the page that is shown, or to the client's redirect URI. */
  async follow(url: string | URL): Promise<{ url: URL; answer: Answer }> {
    let at = new URL(url);
    for (;;) {
      const answer = await this.visit(at);
      const location = answer.headers.get('location');
      if (location === null) return { url: at, answer };
      at = new URL(location, at);
      if (at.port === new URL(redirectUri).port) return { url: at, answer };
    }
  }

  /** Submits the form of a page with its hidden fields. */
  async submit(page: { url: URL; answer: Answer }, fields: Record<string, string>) {
    const hidden = [...page.answer.text.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const form = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
    const answer = await this.visit(page.url, { ...form, ...fields });
    const location = answer.headers.get('location');
    if (location === null) return { url: page.url, answer };
    const next = new URL(location, page.url);
    return next.port === new URL(redirectUri).port ? { url: next, answer } : this.follow(next);
  }

  /** Logs in as the default user and approves; returns where the client is redirected to. */
  async approve(url: string | URL): Promise<URL> {
    let page = await this.follow(url);
    if (page.answer.text.includes('name="password"'))
      page = await this.submit(page, { username: 'alice', password: 'wonderland', action: 'login' });
    if (page.answer.text.includes('name="decision"')) page = await this.submit(page, { decision: 'approve' });
    return page.url;
  }
}
