import type { Tenant } from './tenant.js';

/**
 * Where a tenant's metadata are; undefined where the provider that it plays has none. A path of the issuer is before
 * the well-known one in OpenID Connect Discovery §4, and behind it in RFC 8414 §3.1.
 */
export function metadataUrl({ issuer, origin, basePath, seams }: Tenant): string | undefined {
  const places = {
    'openid-configuration': `${issuer}/.well-known/openid-configuration`,
    'oauth-authorization-server': `${origin}/.well-known/oauth-authorization-server${basePath}`,
  };
  return Object.entries(places).find(([name]) => seams.metadata.published(name))?.[1];
}

/** The name of the provider that a tenant plays, in English where there are several. */
export function providerTitle({ profile }: Tenant): string | undefined {
  return profile && titleOf(profile.connection);
}

export function titleOf({ title, id }: { title: string | Record<string, string>; id: string }): string {
  return typeof title === 'string' ? title : (title.en_US ?? Object.values(title)[0] ?? id);
}
