import type { Tenant } from './tenant.js';

/** Where a tenant's metadata are; undefined where the provider that it plays has none. */
export function metadataUrl({ issuer, profile }: Tenant): string | undefined {
  const published = profile === undefined || profile.connection.auth.issuer !== undefined;
  return published ? `${issuer}/.well-known/openid-configuration` : undefined;
}

/** The name of the provider that a tenant plays, in English where there are several. */
export function providerTitle({ profile }: Tenant): string | undefined {
  return profile && titleOf(profile.connection);
}

export function titleOf({ title, id }: { title: string | Record<string, string>; id: string }): string {
  return typeof title === 'string' ? title : (title.en_US ?? Object.values(title)[0] ?? id);
}
