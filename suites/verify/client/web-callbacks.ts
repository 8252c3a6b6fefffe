import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import { type Login, parametersOf } from '../../../fixtures/client/login.js';

/** A login whose response comes at another URL than that of the redirect URI, or as another request. */
export async function loginAt(client: ClientUnderTest, change: (response: URL) => URL): Promise<Login> {
  await client.reset();
  const started = await client.begin();
  const response = new URL(await client.provider.approve(started.url));
  return client.finish(started, change(response).href);
}

/** The same with the parameters in the body of a POST, as by form_post, which nobody asked for. */
export async function loginByPost(client: ClientUnderTest): Promise<Login> {
  await client.reset();
  const started = await client.begin();
  const response = await client.provider.approve(started.url);
  const [url = '', body = ''] = response.split('?');
  const outcome = await client.deliver(url, { method: 'POST', body });
  const code = parametersOf(response).get('code') ?? '';
  return { ...started, response, code, outcome, tokenRequests: client.requestsWith(code) };
}

export function atPath(response: URL, pathname: string): URL {
  return Object.assign(new URL(response), { pathname });
}

/** Where an application that listens on this machine may be reached as well. */
export function atOtherHost(response: URL): URL {
  const hostname = response.hostname === '127.0.0.1' ? 'localhost' : '127.0.0.1';
  return Object.assign(new URL(response), { hostname });
}

export function reordered(response: URL): URL {
  const search = new URLSearchParams([...response.searchParams].reverse()).toString();
  return Object.assign(new URL(response), { search });
}

/** Whether responses come by an https link that a native application has claimed (RFC 8252 §7.2). */
export function isClaimedLink({ hello }: ClientUnderTest, redirectUri: string): boolean {
  const isNative = hello.capabilities.some((one) =>
    ['client.native-loopback', 'client.app-scheme'].includes(one),
  );
  return isNative && new URL(redirectUri).protocol === 'https:';
}
