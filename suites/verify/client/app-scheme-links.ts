import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import type { Login } from '../../../fixtures/client/login.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';

/** An authorization response on a private-use scheme, in parts (RFC 3986 §3, RFC 8252 §7.1). */
export interface AppLink {
  scheme: string;
  /** Between the colon and the path, or authority. */
  slashes: string;
  path: string;
  /** What follows the question mark. */
  parameters: string;
}

export type Spelling = (link: AppLink) => string;

export const genuine: Spelling = ({ scheme, slashes, path, parameters }) =>
  `${scheme}:${slashes}${path}?${parameters}`;

export const upperCase: Spelling = (link) => genuine({ ...link, scheme: link.scheme.toUpperCase() });

/** Links that another application may own, or that are no redirect to this one. */
export const lookAlikes: Record<string, Spelling> = {
  'an authority for the path': (link) => genuine({ ...link, slashes: link.slashes === '//' ? '/' : '//' }),
  'a path below': (link) => genuine({ ...link, path: `${link.path}/x` }),
  'a longer scheme': (link) => genuine({ ...link, scheme: `${link.scheme}x` }),
  'parameters in the fragment': (link) => genuine(link).replace('?', '#'),
};

const appLink = /^(?!https?:)([a-z][a-z0-9+.-]*):(\/*)([^?#]*)(?:\?([^#]*))?$/i;

/** A login whose response comes by another spelling of the redirect URI that was sent. */
export async function loginBy(spell: Spelling, client: ClientUnderTest, judge: Judge): Promise<Login> {
  const { redirectUrl = '' } = client.section;
  await client.reset({ redirectUri: appLink.test(redirectUrl) ? redirectUrl : 'com.example.app:/cb' });
  const started = await client.begin();
  const parts = appLink.exec(await client.provider.approve(started.url));
  if (parts === null)
    return judge.inconclusive(
      'a redirect URI on a private-use scheme',
      started.parameters.get('redirect_uri') ?? 'none',
    );
  const [, scheme = '', slashes = '', path = '', parameters = ''] = parts;
  return client.finish(started, spell({ scheme, slashes, path, parameters }));
}
