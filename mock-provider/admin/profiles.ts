import { titleOf } from '../metadata-url.js';
import { OptionError, unknownName } from '../nearest.js';
import { loadProfile, type Profile, profileNames } from '../profile.js';
import { fields, type Shape } from '../shape.js';
import type { AdminAnswer, AdminCall, AdminRoute } from './route.js';
import { shownTenant } from './shown-tenant.js';

const playable: Shape = (value, name) => {
  if (value === null) return;
  if (typeof value !== 'string') throw new OptionError(`${name} must be the name of one, or null for none`);
  // A path would let a caller have any file of this machine read.
  if (!profileNames().includes(value)) throw new OptionError(unknownName('profile', value, profileNames()));
};

/** Left out is not null: whoever forgets the field is told what may stand there. */
const profileShape = fields('field', { profile: playable }, [], ({ profile }) =>
  playable(profile, 'profile'),
);

export const profileRoutes: readonly AdminRoute[] = [
  { method: 'GET', path: '/profiles', answer: list },
  { method: 'PUT', path: '/tenants/{tenant}/profile', body: profileShape, answer: play },
  { method: 'DELETE', path: '/tenants/{tenant}/profile', answer: playInitial },
];

async function list(): Promise<AdminAnswer> {
  const profiles = await Promise.all(profileNames().map(loadProfile));
  return { status: 200, body: { profiles: profiles.map(shown) } };
}

function shown({ name, connection, behaviours, fails, notVerified }: Profile) {
  return {
    name,
    title: titleOf(connection),
    behaviours: Object.keys(behaviours),
    fails: fails.map(({ id }) => id),
    notVerified,
  };
}

async function play({ provider, tenant, body }: AdminCall): Promise<AdminAnswer> {
  await tenant.playProfile((body as { profile: string | null }).profile ?? undefined);
  return { status: 200, body: shownTenant(tenant, provider) };
}

/** Back to what the tenant was started with, be it a file of one's own or none. */
async function playInitial({ provider, tenant }: AdminCall): Promise<AdminAnswer> {
  await tenant.playProfile(tenant.initialProfile);
  return { status: 200, body: shownTenant(tenant, provider) };
}
