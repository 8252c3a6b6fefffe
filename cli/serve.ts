import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { isLoopbackHost } from '../connection/loopback.js';
import {
  type JournalEntry,
  OptionError,
  type ProviderOptions,
  startMockProvider,
  type Tenant,
} from '../mock-provider/index.js';
import { banner } from './serve/banner.js';
import { colors, plain } from './serve/printed.js';
import { profileToPlay } from './serve/profile-to-play.js';

interface ServeOptions {
  port: string;
  host: string;
  issuer?: string;
  fault: string[];
  profile?: string;
  connection?: string;
  adminToken?: string;
  adminExposed?: boolean;
  approve?: 'automatic' | 'pages';
  config?: string;
  open?: boolean;
  quiet?: boolean;
}

/** Exit code for wrong usage or configuration. */
const wrongUsage = 2;

/** `proofkey serve`: the mock authorization server, until SIGINT or SIGTERM. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('start the mock authorization server')
    .option('--port <number>', 'port to listen on; 0 takes a free one', '9400')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--issuer <url>', 'issuer to publish, where it differs from the address')
    .option('--profile <name>', 'provider persona to play: a built-in one, or a file')
    .option(
      '--connection <file>',
      'play the provider that this manifest describes; FILE#id where it has several',
    )
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
    .option('--open', 'open the console in the browser')
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
    process.stdout.write(`${await banner(provider, providerOptions.admin?.token)}\n`);
    if (!options.quiet)
      provider.observe((entry, tenant) => process.stdout.write(`${logLine(entry, tenant)}\n`));
    if (options.open) await opened(provider.address, providerOptions.admin?.token ?? '');
  } catch (error) {
    process.stderr.write(`proofkey serve: ${plain(reason(error, options))}\n`);
    process.exit(wrongUsage);
  }
}

async function providerOptionsOf(options: ServeOptions): Promise<ProviderOptions> {
  const config = options.config === undefined ? {} : await readConfig(options.config);
  checkCommandLine(options);
  const faults = [...(Array.isArray(config.faults) ? config.faults : []), ...options.fault];
  const profile = await profileToPlay(options);
  const token =
    options.adminToken ?? (isLoopbackHost(options.host) ? randomBytes(18).toString('base64url') : undefined);
  return {
    ...config,
    port: Number(options.port),
    host: options.host,
    faults,
    ...(profile === undefined ? {} : { profile }),
    ...(options.issuer === undefined ? {} : { issuer: options.issuer }),
    ...(options.approve === undefined ? {} : { approval: options.approve }),
    ...(token === undefined ? {} : { admin: { token, exposed: options.adminExposed ?? false } }),
  };
}

/** What the library would refuse too, in the words of the command line. */
function checkCommandLine({ port, host, adminToken, adminExposed, open }: ServeOptions): void {
  if (!/^\d{1,5}$/.test(port)) throw new OptionError(`--port must be a number; received "${port}"`);
  if (adminToken !== undefined && !adminExposed && !isLoopbackHost(host))
    throw new OptionError(
      `the admin API on host ${host} could be reached from other machines; if you mean that, add --admin-exposed`,
    );
  if (open && adminToken === undefined && !isLoopbackHost(host))
    throw new OptionError(
      `--open opens the console, which is off on host ${host}; turn it on with --admin-token and --admin-exposed`,
    );
}

/** The server is up either way, and its link is on the screen. */
async function opened(address: string, token: string): Promise<void> {
  const { openConsole } = await import('./serve/open-console.js');
  await openConsole(address, token).catch((error: Error) => {
    process.stderr.write(
      `proofkey serve: no browser opened (${plain(error.message)}); follow the link above\n`,
    );
  });
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

function logLine(entry: JournalEntry, tenant: Tenant): string {
  const { method, path, status, decidedBy, error } = entry;
  const paint = status < 400 ? colors.green : status < 500 ? colors.yellow : colors.red;
  const name = tenant.name === 'default' ? '' : `${tenant.name} `;
  const detail = error === undefined ? '' : ` ${error.code}: ${error.description}`;
  return `${name}${plain(method)} ${plain(path)} ${paint(String(status))} ${colors.dim(decidedBy)}${plain(detail)}`;
}
