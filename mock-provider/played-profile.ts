import { type BehaviourValues, pathsOf } from './behaviour.js';
import { behavioursOfConnection } from './behaviours-of-connection.js';
import type { ClientOptions } from './client.js';
import type { PublishedPaths } from './endpoint-paths.js';
import { loadProfile, type Profile } from './profile.js';
import { publishedPaths } from './published-paths.js';
import { registrationOf } from './registration-of-connection.js';
import type { TenantOptions } from './tenant.js';

/** A profile as a tenant takes it. */
export interface PlayedProfile {
  profile: Profile;
  paths: PublishedPaths;
  behaviours: BehaviourValues;
  /** Where the options of the tenant say nothing. */
  defaults: Pick<TenantOptions, 'clients' | 'scopes' | 'lifetimes'>;
}

/** Behaviours that the profile states itself count more than those that follow from its connection. */
export async function playedProfile(given: string | Profile): Promise<PlayedProfile> {
  const profile = typeof given === 'string' ? await loadProfile(given) : given;
  const { auth } = profile.connection;
  const { scopes, lifetimes } = auth;
  const clients: ClientOptions[] = [registrationOf(profile.connection)];
  const behaviours = { ...behavioursOfConnection(auth), ...profile.behaviours };
  return {
    profile,
    paths: { ...publishedPaths(auth), ...(await pathsOf(behaviours)) },
    behaviours,
    defaults: {
      clients,
      ...(scopes === undefined ? {} : { scopes }),
      ...(lifetimes === undefined ? {} : { lifetimes }),
    },
  };
}
