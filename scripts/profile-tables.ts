import { axes, behaviourNames, loadBehaviour } from '../mock-provider/behaviour.js';
import { behavioursOfConnection } from '../mock-provider/behaviours-of-connection.js';
import { loadProfile, type Profile, profileNames } from '../mock-provider/profile.js';
import { replaced, table } from './connection-tables.js';

/** The page with its generated parts as they have to be. */
export async function withProfileTables(page: string): Promise<string> {
  const profiles = await Promise.all(profileNames().map(loadProfile));
  const tables = {
    personas: personas(profiles),
    behaviours: await behaviours(profiles),
    facts: facts(profiles),
  };
  return Object.entries(tables).reduce((text, [name, part]) => replaced(text, name, part), page);
}

function personas(profiles: readonly Profile[]): string {
  const rows = profiles.map(({ name, connection, behaviours, notVerified, fails, warns }) => [
    `[\`${name}\`](#${name})`,
    typeof connection.title === 'string' ? connection.title : String(Object.values(connection.title)[0]),
    String(Object.keys(behaviours).length),
    String(fails.length),
    String(warns.length),
    String(notVerified.length),
  ]);
  return table(['profile', 'plays', 'behaviours', 'fails', 'warns', 'not verified'], rows);
}

async function behaviours(profiles: readonly Profile[]): Promise<string> {
  const rows = await Promise.all(
    behaviourNames().map(async (name) => {
      const { axis, describes } = await loadBehaviour(name);
      return { axis, cells: [`\`${name}\``, axis, describes, playedBy(name, profiles)] };
    }),
  );
  rows.sort((a, b) => axes.indexOf(a.axis) - axes.indexOf(b.axis));
  return table(
    ['behaviour', 'concerns', 'what it says of the provider', 'played by'],
    rows.map(({ cells }) => cells),
  );
}

/** Those that state it, and those whose connection says it for them. */
function playedBy(behaviour: string, profiles: readonly Profile[]): string {
  const players = profiles.filter(({ behaviours, connection }) =>
    [behaviours, behavioursOfConnection(connection.auth)].some((values) => behaviour in values),
  );
  if (players.length === 0) return 'none; available';
  if (players.length > 5) return `${players.length} profiles`;
  return players.map(({ name }) => `\`${name}\``).join(', ');
}

function facts(profiles: readonly Profile[]): string {
  return profiles
    .map(({ name, sources, notVerified }) =>
      [`### ${name}`, 'Sources:', list(sources), 'Not verified:', list(notVerified)].join('\n\n'),
    )
    .join('\n\n');
}

function list(texts: readonly string[]): string {
  return texts.length === 0 ? '- nothing' : texts.map((text) => `- ${text}`).join('\n');
}
