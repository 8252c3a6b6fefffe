import type { Connection } from '../../connection/subject.js';
import type { Client } from '../client.js';
import { localConnection } from '../local-connection.js';
import type { Tenant } from '../tenant.js';

/** The manifest of a played provider with local URLs, as YAML; undefined where none is played. */
export async function localManifest(
  tenant: Tenant,
  client: Client | undefined,
  secret: string | undefined = client?.client_secret,
): Promise<string | undefined> {
  if (tenant.profile === undefined) return undefined;
  // Loaded here: it is a tenth of the time to start.
  const { stringify } = await import('yaml');
  const local = localConnection(tenant.profile.connection, tenant);
  const auth = { ...local.auth, ...credentials(client, secret) };
  return stringify({ connection: { ...local, auth } }, { lineWidth: 0 });
}

function credentials(
  client: Client | undefined,
  secret: string | undefined,
): Pick<Connection['auth'], 'clientId' | 'clientSecret'> {
  if (client === undefined) return {};
  const { client_id: clientId, client_secret: own } = client;
  return { clientId, ...(own === undefined || secret === undefined ? {} : { clientSecret: secret }) };
}
