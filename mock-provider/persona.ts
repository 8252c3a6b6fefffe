import { defined } from '../connection/defined.js';
import { seamsOf } from './behaviour.js';
import type { ClientOptions } from './client.js';
import { EndpointPaths } from './endpoint-paths.js';
import { seamsWith } from './fault.js';
import { playedProfile } from './played-profile.js';
import type { Profile } from './profile.js';
import { correctSeams, type Seams } from './seams/index.js';
import type { Lifetimes, TenantOptions } from './tenant.js';

/** Who a tenant is to clients: the strict server or a provider, with what its options say on top. */
export interface Persona {
  /** Undefined for the strict server. */
  profile: Profile | undefined;
  paths: EndpointPaths;
  /** The rules without faults. */
  rules: Seams;
  /** Those that the tenant begins with. */
  clients: readonly ClientOptions[];
  scopes: string[];
  lifetimes: Lifetimes;
}

const defaultClients: readonly ClientOptions[] = [
  {
    client_id: 'demo',
    client_name: 'Demo application',
    redirect_uris: ['http://127.0.0.1/callback', 'http://[::1]/callback'],
  },
];

const defaultScopes = ['openid', 'profile', 'read', 'write'];

const defaultLifetimes: Lifetimes = { code: 60, accessToken: 3600, refreshToken: 14 * 24 * 3600 };

/** Throws OptionError for a profile that does not exist or cannot be read. */
export async function personaOf(
  options: TenantOptions,
  profile: string | Profile | undefined,
): Promise<Persona> {
  const played = profile === undefined ? undefined : await playedProfile(profile);
  const { clients, scopes, lifetimes } = { ...played?.defaults, ...defined(options) };
  return {
    profile: played?.profile,
    paths: new EndpointPaths(played?.paths),
    rules: played === undefined ? correctSeams : seamsWith(await seamsOf(played.behaviours)),
    clients: clients ?? defaultClients,
    scopes: scopes ?? [...defaultScopes],
    lifetimes: { ...defaultLifetimes, ...defined(lifetimes ?? {}) },
  };
}
