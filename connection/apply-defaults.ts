import { redirectUrlOf } from './redirect-url.js';
import type {
  ClientAuthentication,
  ClientEntry,
  ClientSection,
  Connection,
  ServerSection,
  Subject,
} from './subject.js';
import type { ClientEntryInFile, SubjectInFile } from './subject-in-file.js';

export function applyDefaults(inFile: SubjectInFile): Subject {
  const { server, client, ...rest } = inFile;
  return {
    against: ['oauth2.0'],
    fails: [],
    warns: [],
    ...rest,
    ...(server === undefined ? {} : { server: completeServer(server, inFile.connection) }),
    // A rule has seen to it that there is one driver.
    ...(client === undefined ? {} : { client: client as ClientSection }),
  };
}

function completeServer(
  { clients, ...server }: NonNullable<SubjectInFile['server']>,
  connection: Connection | undefined,
): ServerSection {
  if (clients === undefined) return server;
  const entries = Object.entries(clients).map(([name, entry]) => [name, completeClient(entry, connection)]);
  return { ...server, clients: Object.fromEntries(entries) };
}

function completeClient(entry: ClientEntryInFile, connection: Connection | undefined): ClientEntry {
  const redirectUrl = redirectUrlOf(connection);
  return {
    clientAuthentication: clientAuthenticationOf(entry),
    redirectUrls: redirectUrl === undefined ? [] : [redirectUrl],
    ...entry,
  };
}

function clientAuthenticationOf(entry: ClientEntryInFile): ClientAuthentication {
  if (entry.clientSecret !== undefined) return 'client_secret_basic';
  return entry.privateKey === undefined ? 'none' : 'private_key_jwt';
}
