import { type Declared, type DeclaredList, declaredLists, type Subject } from '../connection/subject.js';
import { loadProfile, OptionError, type Profile, profileNames } from '../mock-provider/index.js';
import { builtInSubject, fieldPlace, type PreparedSubject } from './prepare-subjects.js';
import { UsageError } from './usage-error.js';

/** Requirements about a provider persona: nothing to judge where none is played. */
const personaRows = /^client\/profile\//;

/**
 * The subjects as they meet provider personas. Without names, each as it is; a server that plays a profile declares what
 * the profile declares. With names, each client once with every persona. Throws UsageError for a profile that does not exist.
 */
export async function withPersonas(
  subjects: readonly PreparedSubject[],
  names: readonly string[],
): Promise<PreparedSubject[]> {
  if (names.length === 0) return Promise.all(subjects.map(alone));
  const profiles = await Promise.all(chosen(names).map((name) => profileOr(name, `--profile ${name}`)));
  if (subjects.every(({ file }) => file === undefined)) return builtInWith(subjects, profiles);
  const clients = subjects.filter(({ subject }) => subject.client !== undefined);
  if (clients.length === 0)
    throw new UsageError(
      `${subjects.map(({ loaded }) => loaded.file).join(', ')}: --profile says which provider a client meets, and there ` +
        'is no "client" section. A server section that plays one says so itself: server: { mock: { profile: NAME } }',
    );
  return clients.flatMap((client) => profiles.map((profile) => meeting(client, profile)));
}

/** `all` stands for every built-in one. */
function chosen(names: readonly string[]): string[] {
  return [...new Set(names.flatMap((name) => (name === 'all' ? profileNames() : [name])))];
}

async function profileOr(name: string, place: string): Promise<Profile> {
  try {
    return await loadProfile(name);
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    throw new UsageError(`${place}: ${error.message} Built-in ones are ${profileNames().join(', ')}`);
  }
}

async function alone(prepared: PreparedSubject): Promise<PreparedSubject> {
  const requirements = prepared.requirements.filter((id) => !personaRows.test(id));
  if (requirements.length === 0)
    throw new UsageError(
      `the chosen requirements ask how a client copes with a provider; say which by --profile: ${profileNames().join(', ')}`,
    );
  const plain = declaring(prepared, (entry) => entry.profile === undefined);
  const name = plain.subject.server?.mock?.profile;
  if (name === undefined) return { ...plain, requirements };
  const profile = await profileOr(name, fieldPlace(prepared, ['server', 'mock', 'profile']));
  return { ...playing(plain, profile), requirements };
}

/** The client alone, at this provider; what it declares for it counts. */
function meeting(prepared: PreparedSubject, profile: Profile): PreparedSubject {
  const { server: _server, ...subject } = prepared.subject;
  const { server: _resolved, ...resolved } = prepared.resolved;
  const own = declaring({ ...prepared, subject, resolved }, ({ profile: named }) =>
    [named].flat().includes(profile.name),
  );
  return {
    ...own,
    name: `${prepared.name} @ ${profile.name}`,
    meets: { client: prepared.name, profile: profile.name, from: profile.from },
    requirements: prepared.requirements.filter((id) => id.startsWith('client/')),
  };
}

/** The built-in mock as each provider, and the reference client with each. */
function builtInWith(subjects: readonly PreparedSubject[], profiles: readonly Profile[]): PreparedSubject[] {
  return subjects.flatMap((one) =>
    profiles.map((profile) => {
      if (one.subject.client !== undefined) return meeting(one, profile);
      const subject = builtInSubject({ mock: { profile: profile.from } });
      return playing({ ...one, name: profile.name, subject, resolved: subject }, profile);
    }),
  );
}

/** A server that plays a profile fails what its provider fails, unless the file says something else of it. */
function playing(prepared: PreparedSubject, { fails, warns }: Profile): PreparedSubject {
  const { subject } = prepared;
  const own = new Set(declaredLists.flatMap((list) => subject[list] ?? []).map(({ id }) => id));
  const added = (list: readonly Declared[]) => list.filter(({ id }) => !own.has(id));
  return declared(prepared, {
    fails: [...subject.fails, ...added(fails)],
    warns: [...subject.warns, ...added(warns)],
  });
}

function declaring(prepared: PreparedSubject, counts: (entry: Declared) => boolean): PreparedSubject {
  const { fails, warns, flaky = [] } = prepared.subject;
  const lists = { fails: fails.filter(counts), warns: warns.filter(counts), flaky: flaky.filter(counts) };
  return declared(prepared, lists);
}

function declared(prepared: PreparedSubject, lists: Partial<Pick<Subject, DeclaredList>>): PreparedSubject {
  return { ...prepared, subject: { ...prepared.subject, ...lists } };
}
