import { type EndpointName, ownPaths } from '../endpoint-paths.js';
import { metadataUrl, providerTitle } from '../metadata-url.js';
import type { MockProvider } from '../provider.js';
import type { Tenant } from '../tenant.js';

/** A tenant as the admin API tells of it, without anything secret. */
export function shownTenant(tenant: Tenant, provider: MockProvider) {
  const { name, issuer, approval, scopes, lifetimes, faults, clock, profile } = tenant;
  const metadata = metadataUrl(tenant);
  return {
    name,
    issuer,
    removable: tenant !== provider.defaultTenant,
    ...(metadata === undefined ? {} : { metadata }),
    endpoints: endpointsOf(tenant),
    resource: `${issuer}/resource`,
    ...(profile === undefined ? {} : { profile: { name: profile.name, title: providerTitle(tenant) } }),
    ...initial(tenant),
    approval,
    scopes,
    lifetimes,
    faults,
    clock: clock.state(),
  };
}

function endpointsOf(tenant: Tenant): Partial<Record<EndpointName, string>> {
  const names = Object.keys(ownPaths) as EndpointName[];
  return Object.fromEntries(names.map((name) => [name, tenant.endpointUrl(name)]).filter(([, url]) => url));
}

function initial({ initialProfile }: Tenant): { initialProfile?: string } {
  if (initialProfile === undefined) return {};
  return { initialProfile: typeof initialProfile === 'string' ? initialProfile : initialProfile.name };
}
