import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import picocolors from 'picocolors';
import { isLoopbackHost } from '../connection/loopback.js';
import {
  type Client,
  type JournalEntry,
  type MockProvider,
  OptionError,
  type ProviderOptions,
  startMockProvider,
  type Tenant,
} from '../mock-provider/index.js';

interface ServeOptions {
  port: string;
  host: string;
  issuer?: string;
  fault: string[];
  adminToken?: string;
  adminExposed?: boolean;
  approve?: 'automatic' | 'pages';
  config?: string;
  quiet?: boolean;
}

/** Exit code for wrong usage or configuration. */
const wrongUsage = 2;

// picocolors takes CI for a terminal; what is piped stays plain all the same.
const colors = picocolors.createColors(picocolors.isColorSupported && process.stdout.isTTY === true);

/** `proofkey serve`: the mock authorization server, until SIGINT or SIGTERM. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('start the mock authorization server')
    .option('--port <number>', 'port to listen on; 0 takes a free one', '9400')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--issuer <url>', 'issuer to publish, where it differs from the address')
    .option('--fault <id>', 'fault to play (repeatable)', (id, ids: string[]) => [...ids, id], [])
    .addOption(
      new Option(
        '--admin-token <token>',
        'token of the admin API; on a loopback host one is made up without it',
      ).env('PROOFKEY_ADMIN_TOKEN'),
    )
    .option('--admin-exposed', 'serve the admin API on a host that other machines can reach')
    .addOption(new Option('--approve <how>', 'who logs in and approves').choices(['automatic', 'pages']))
    .option('--config <file>', "YAML or JSON file of the tenant's options: clients, users, scopes …")
    .option('--quiet', 'no line for each request')
    .configureOutput({ outputError: (message, write) => write(`${message.trim().replaceAll('\n', ' ')}\n`) })
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : wrongUsage))
    .action(serve);
}

async function serve(options: ServeOptions): Promise<void> {
  // Whoever read the output may go away (`| head`); the server goes on.
  process.stdout.on('error', () => {});
  try {
    const providerOptions = await providerOptionsOf(options);
    const provider = await startMockProvider(providerOptions);
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => void provider.close().then(() => process.exit(0)));
    process.stdout.write(`${banner(provider, providerOptions.admin?.token)}\n`);
    if (!options.quiet)
      provider.observe((entry, tenant) => process.stdout.write(`${logLine(entry, tenant)}\n`));
  } catch (error) {
    process.stderr.write(`proofkey serve: ${plain(reason(error, options))}\n`);
    process.exit(wrongUsage);
  }
}

async function providerOptionsOf(options: ServeOptions): Promise<ProviderOptions> {
  const config = options.config === undefined ? {} : await readConfig(options.config);
  checkCommandLine(options);
  const faults = [...(Array.isArray(config.faults) ? config.faults : []), ...options.fault];
  const token =
    options.adminToken ?? (isLoopbackHost(options.host) ? randomBytes(18).toString('base64url') : undefined);
  return {
    ...config,
    port: Number(options.port),
    host: options.host,
    faults,
    ...(options.issuer === undefined ? {} : { issuer: options.issuer }),
    ...(options.approve === undefined ? {} : { approval: options.approve }),
    ...(token === undefined ? {} : { admin: { token, exposed: options.adminExposed ?? false } }),
  };
}

/** What the library would refuse too, in the words of the command line. */
function checkCommandLine({ port, host, adminToken, adminExposed }: ServeOptions): void {
  if (!/^\d{1,5}$/.test(port)) throw new OptionError(`--port must be a number; received "${port}"`);
  if (adminToken !== undefined && !adminExposed && !isLoopbackHost(host))
    throw new OptionError(
      `the admin API on host ${host} could be reached from other machines; if you mean that, add --admin-exposed`,
    );
}

/** Where the server listens is said on the command line, so a file can be shared. */
const commandLineOnly = ['port', 'host', 'issuer', 'admin'];

async function readConfig(file: string): Promise<ProviderOptions> {
  const value: unknown = (await readYaml(file)) ?? {};
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new OptionError(`${file} must hold an object of options`);
  const misplaced = commandLineOnly.find((name) => name in value);
  if (misplaced !== undefined)
    throw new OptionError(`${file}: ${misplaced} is given on the command line, not in the file`);
  return value;
}

async function readYaml(file: string): Promise<unknown> {
  try {
    // Loaded here: it is a tenth of the time to start, and few have a file.
    const { parse } = await import('yaml');
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const [firstLine] = (error as Error).message.split('\n');
    throw new OptionError(`${file} cannot be read: ${firstLine}`);
  }
}

function reason(error: unknown, { port, host }: ServeOptions): string {
  if (error instanceof OptionError) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `port ${port} on ${host} is taken; choose another with --port`;
  if (code === 'EACCES') return `port ${port} needs more rights; choose one above 1023 with --port`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `host ${host} is no address of this machine`;
  return message;
}

function banner(provider: MockProvider, adminToken: string | undefined): string {
  const { defaultTenant: tenant } = provider;
  const user = tenant.users[0];
  const rows: [string, string][] = [
    ['Issuer', colors.bold(tenant.issuer)],
    ...(provider.address === tenant.issuer ? [] : [row('Listens at', provider.address)]),
    ['Metadata', `${tenant.issuer}/.well-known/openid-configuration`],
    ['Authorization', `${tenant.issuer}/authorize`],
    ['Token', `${tenant.issuer}/token`],
    ['Resource', `${tenant.issuer}/resource`],
    ...[...tenant.clients.values()].slice(0, 5).flatMap(clientRows),
    ['Scopes', tenant.scopes.join(' ')],
    ['Approval', tenant.approval === 'pages' ? 'login and approval pages' : 'automatic, without pages'],
    ...(user === undefined ? [] : [row('User', `${user.username}, password ${user.password}`)]),
    ['Health', `${provider.address}/_proofkey/health`],
    ...adminRows(provider, adminToken),
    ['Faults', tenant.faults.length === 0 ? 'none: strict' : colors.yellow(tenant.faults.join(', '))],
  ];
  const lines = rows.map(([label, value]) => `  ${colors.dim(label.padEnd(14))} ${value}`);
  return ['', colors.bold('Proofkey mock authorization server'), '', ...lines, ''].join('\n');
}

/** Values that others wrote (a configuration file) lose what a terminal would obey. */
function row(label: string, value: string): [string, string] {
  return [label, plain(value)];
}

function clientRows(client: Client): [string, string][] {
  const authentication = client.token_endpoint_auth_method;
  const kind = authentication === 'none' ? 'public, no secret' : `confidential, ${authentication}`;
  const anyPort = client.application_type === 'native' ? ' (any port)' : '';
  return [
    row('Client', `${client.client_id} (${kind}; PKCE with S256${client.require_pkce ? '' : ' or a nonce'})`),
    ...client.redirect_uris.map((uri) =>
      row('', `redirect_uri ${uri}${uri.startsWith('http:') ? anyPort : ''}`),
    ),
  ];
}

function adminRows({ address }: MockProvider, token: string | undefined): [string, string][] {
  if (token === undefined) return [['Admin API', 'off; --admin-token turns it on']];
  return [['Admin API', `${address}/_proofkey/`], row('Admin token', token)];
}

function logLine(entry: JournalEntry, tenant: Tenant): string {
  const { method, path, status, decidedBy, error } = entry;
  const paint = status < 400 ? colors.green : status < 500 ? colors.yellow : colors.red;
  const name = tenant.name === 'default' ? '' : `${tenant.name} `;
  const detail = error === undefined ? '' : ` ${error.code}: ${error.description}`;
  return `${name}${plain(method)} ${plain(path)} ${paint(String(status))} ${colors.dim(decidedBy)}${plain(detail)}`;
}

/** What came over the network must not write to the terminal: ASCII that is visible, and nothing else. */
function plain(value: string): string {
  return value.replace(/[^\x20-\x7E]/g, '?');
}
