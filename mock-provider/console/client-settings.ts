import type { Client } from '../client.js';
import { metadataUrl } from '../metadata-url.js';
import type { Tenant } from '../tenant.js';
import { localManifest } from './local-manifest.js';

/** One way to write down what a client must know, ready to be pasted. */
export interface SettingsText {
  name: 'environment' | 'json' | 'subject' | 'manifest';
  text: string;
}

/** Stands for the secret until somebody asks for it; in a manifest it is read from the environment. */
const hidden = { plain: '(hidden)', manifest: `\${CLIENT_SECRET}` };

export async function settingsTexts(
  tenant: Tenant,
  client: Client,
  withSecret: boolean,
): Promise<SettingsText[]> {
  const known = clientKnows(tenant, client, withSecret);
  const secret = withSecret ? client.client_secret : hidden.manifest;
  const manifest = await localManifest(tenant, client, secret);
  return [
    { name: 'environment', text: environment(known) },
    { name: 'json', text: `${JSON.stringify(known, null, 2)}\n` },
    { name: 'subject', text: await subject(tenant, client, secret) },
    ...(manifest === undefined ? [] : [{ name: 'manifest' as const, text: manifest }]),
  ];
}

/** In the names of RFC 8414 and RFC 7591. */
function clientKnows(tenant: Tenant, client: Client, withSecret: boolean): Record<string, string | string[]> {
  const secret = withSecret ? client.client_secret : hidden.plain;
  const all = {
    ...(metadataUrl(tenant) === undefined ? {} : { issuer: tenant.issuer }),
    authorization_endpoint: tenant.endpointUrl('authorization'),
    token_endpoint: tenant.endpointUrl('token'),
    revocation_endpoint: tenant.endpointUrl('revocation'),
    userinfo_endpoint: tenant.endpointUrl('userinfo'),
    client_id: client.client_id,
    client_secret: client.client_secret === undefined ? undefined : secret,
    token_endpoint_auth_method: client.token_endpoint_auth_method,
    redirect_uris: client.redirect_uris,
    scope: client.scope.join(' ') || undefined,
    code_challenge_method: usesPkce(tenant, client) ? 'S256' : undefined,
  };
  const given = Object.entries(all).filter(
    (entry): entry is [string, string | string[]] => entry[1] !== undefined,
  );
  return Object.fromEntries(given);
}

/** The strict server wants it of every client, but for the nonce of OpenID Connect; a provider may not know it. */
export function usesPkce({ profile }: Tenant, client: Client): boolean {
  return client.require_pkce || profile === undefined;
}

function environment(known: Record<string, string | string[]>): string {
  const lines = Object.entries(known).map(([name, value]) => {
    const [label, one] = Array.isArray(value)
      ? ['REDIRECT_URI', value[0] ?? '']
      : [name.toUpperCase(), value];
    return `OAUTH_${label}=${quoted(one)}\n`;
  });
  return lines.join('');
}

/** As POSIX shells and readers of .env files take it. */
function quoted(value: string): string {
  return /^[\w./:@%+-]*$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}

/** A file for `proofkey run`, which brings its own server up. */
async function subject(tenant: Tenant, client: Client, secret: string | undefined): Promise<string> {
  const { stringify } = await import('yaml');
  const method = client.token_endpoint_auth_method;
  const section = {
    driver: { stdio: ['python3', 'adapter.py'] },
    clientId: client.client_id,
    ...(client.client_secret === undefined ? {} : { clientSecret: secret }),
    ...(method === 'private_key_jwt' ? {} : { clientAuthentication: method }),
    ...(client.redirect_uris[0] === undefined ? {} : { redirectUrl: client.redirect_uris[0] }),
  };
  const profile = tenant.profile === undefined ? '' : ` --profile ${tenant.profile.name}`;
  return [
    `# proofkey run${profile} client.yaml`,
    '# The driver is what starts your client. A client that has to find its server here also needs',
    `#   issuer: ${tenant.issuer}`,
    '# and this server must then have ended: the run listens there itself.',
    stringify({ version: 1, client: section }, { lineWidth: 0 }),
  ].join('\n');
}
