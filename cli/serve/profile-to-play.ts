import { loadConnections } from '../../connection/manifest/load-connections.js';
import type { Connection } from '../../connection/subject.js';
import { SubjectFileError } from '../../connection/subject-file-error.js';
import { loadProfile, OptionError, type Profile, profileOfConnection } from '../../mock-provider/index.js';

interface Asked {
  profile?: string;
  connection?: string;
}

/** The persona that the command line asks for; undefined: the strict mock. Throws OptionError in the user's words. */
export async function profileToPlay({ profile, connection }: Asked): Promise<Profile | undefined> {
  if (profile !== undefined && connection !== undefined)
    throw new OptionError('--profile and --connection both say which provider to play; give one of them');
  if (profile !== undefined) return loadProfile(profile);
  return connection === undefined ? undefined : profileOfConnection(playable(connection));
}

/** One connection of a file, `FILE#id` where it has several. */
function playable(asked: string): Connection {
  const [, file = asked, id] = /^(.+)#([^#]+)$/s.exec(asked) ?? [];
  const connections = loaded(file);
  const ids = connections.map((one) => one.id).join(', ');
  const found = id === undefined ? connections : connections.filter((one) => one.id === id);
  const [connection, another] = found;
  if (connection === undefined) throw new OptionError(`${file} has no connection "${id}"; it has ${ids}`);
  if (another !== undefined)
    throw new OptionError(
      `${file} has several connections; say which by --connection ${file}#ID, ID one of ${ids}`,
    );
  refuseUnplayable(file, connection);
  return connection;
}

function loaded(file: string): Connection[] {
  try {
    return loadConnections(file);
  } catch (error) {
    throw error instanceof SubjectFileError ? new OptionError(error.message) : error;
  }
}

function refuseUnplayable(file: string, { auth }: Connection): void {
  if (auth.type !== 'oauth')
    throw new OptionError(`${file}: a connection of type ${auth.type} has no authorization server to play`);
  if (auth.bridge !== undefined && auth.tokenUrl === undefined && auth.issuer === undefined)
    throw new OptionError(
      `${file}: the connection names a bridge and no provider's endpoints; add issuer, or authorizationUrl and tokenUrl`,
    );
  for (const [field, url] of Object.entries(auth))
    if (/Url$|^issuer$/.test(field) && !URL.canParse(String(url)))
      throw new OptionError(`${file}: auth.${field} is no absolute URL, so it cannot be played`);
}
