import { localManifest } from '../../mock-provider/console/local-manifest.js';
import type { Client, MockProvider, Tenant } from '../../mock-provider/index.js';
import { metadataUrl, providerTitle } from '../../mock-provider/metadata-url.js';
import { consoleLink } from './console-link.js';
import { colors, plain } from './printed.js';

/** What the person who starts the mock needs: where it is, who may log in, and the manifest that points to it. */
export async function banner(provider: MockProvider, adminToken: string | undefined): Promise<string> {
  const { defaultTenant: tenant } = provider;
  const user = tenant.users[0];
  const title = providerTitle(tenant);
  const rows: [string, string][] = [
    ...(title === undefined ? [] : [row('Plays', title)]),
    ['Issuer', colors.bold(tenant.issuer)],
    ...(provider.address === tenant.issuer ? [] : [row('Listens at', provider.address)]),
    ...endpointRows(tenant),
    ['Resource', `${tenant.issuer}/resource`],
    ...[...tenant.clients.values()].slice(0, 5).flatMap((client) => clientRows(client, tenant)),
    ['Scopes', tenant.scopes.join(' ')],
    ['Approval', tenant.approval === 'pages' ? 'login and approval pages' : 'automatic, without pages'],
    ...(user === undefined ? [] : [row('User', `${user.username}, password ${user.password}`)]),
    ['Health', `${provider.address}/_proofkey/health`],
    ...adminRows(provider, adminToken),
    ['Faults', faultsOf(tenant)],
  ];
  const lines = rows.map(([label, value]) => `  ${colors.dim(label.padEnd(14))} ${value}`);
  return [
    '',
    colors.bold('Proofkey mock authorization server'),
    '',
    ...lines,
    '',
    ...(await manifest(tenant)),
  ].join('\n');
}

/** Values that others wrote (a configuration file) lose what a terminal would obey. */
function row(label: string, value: string): [string, string] {
  return [label, plain(value)];
}

function endpointRows(tenant: Tenant): [string, string][] {
  const named = (
    [
      ['Authorization', 'authorization'],
      ['Token', 'token'],
    ] as const
  ).flatMap(([label, name]): [string, string][] => {
    const url = tenant.endpointUrl(name);
    return url === undefined ? [] : [row(label, url)];
  });
  return [['Metadata', metadataUrl(tenant) ?? 'none, as this provider has none'], ...named];
}

function faultsOf({ faults, profile }: Tenant): string {
  if (faults.length > 0) return colors.yellow(faults.join(', '));
  return profile === undefined ? 'none: strict' : 'none beyond what the provider does';
}

function clientRows(client: Client, { profile }: Tenant): [string, string][] {
  const authentication = client.token_endpoint_auth_method;
  const { client_secret: secret } = client;
  const kind = authentication === 'none' ? 'public, no secret' : `confidential, ${authentication}`;
  const anyPort = client.application_type === 'native' ? ' (any port)' : '';
  const pkce = profile === undefined ? `; PKCE with S256${client.require_pkce ? '' : ' or a nonce'}` : '';
  return [
    row('Client', `${client.client_id} (${kind}${pkce})`),
    // Those of a configuration file are known to whoever wrote it; this one is the mock's own.
    ...(profile === undefined || secret === undefined ? [] : [row('Client secret', secret)]),
    ...client.redirect_uris.map((uri) =>
      row('', `redirect_uri ${uri}${uri.startsWith('http:') ? anyPort : ''}`),
    ),
  ];
}

function adminRows({ address }: MockProvider, token: string | undefined): [string, string][] {
  if (token === undefined) return [['Console', 'off, as the admin API; --admin-token turns both on']];
  return [
    ['Console', colors.bold(plain(consoleLink(address, { token })))],
    ['Admin API', `${address}/_proofkey/`],
    row('Admin token', token),
  ];
}

/** The manifest of a played provider with local URLs, ready to be copied into a file. */
async function manifest(tenant: Tenant): Promise<string[]> {
  const [client] = tenant.clients.values();
  const text = await localManifest(tenant, client);
  if (text === undefined) return [];
  return [colors.dim('# The manifest, on local URLs'), ...text.trimEnd().split('\n').map(plain), ''];
}
