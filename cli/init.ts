import { existsSync, writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { importConnection } from '../connection/dialects/import-connection.js';
import { ImportError } from '../connection/dialects/import-error.js';
import { dialects } from '../connection/dialects/index.js';
import { readImportFile } from '../connection/dialects/read-import-file.js';
import { renderManifest, statementOf, wrap } from '../connection/dialects/render-manifest.js';
import { plainLines } from '../reports/plain.js';
import { UsageError } from './usage-error.js';

interface InitOptions {
  from?: string;
  dialect?: string;
  out?: string;
  force: boolean;
}

/** `proofkey init --from FILE`: a connection in somebody else's notation becomes a manifest. */
export function initCommand(): Command {
  return new Command('init')
    .description("write a manifest from a connection in somebody else's notation")
    .option('--from <file>', 'file to import a connection from; "-" reads standard input')
    .addOption(
      new Option('--dialect <name>', 'its notation; default: by the content').choices(Object.keys(dialects)),
    )
    .option('--out <file>', 'file to write; default: standard output')
    .option('--force', 'overwrite that file', false)
    .action(init);
}

async function init({ from, dialect, out, force }: InitOptions): Promise<void> {
  if (from === undefined)
    throw new UsageError(
      'init needs --from FILE, the file to import a connection from: a Jingle or Pikku source file, CharmIQ source, authorization server metadata, an OpenAPI document or a Postman collection',
    );
  if (/^https?:\/\//i.test(from))
    throw new UsageError(
      `--from takes a file, and ${JSON.stringify(from)} is an address. Fetch it first, as with: curl ADDRESS | proofkey init --from -`,
    );
  if (out !== undefined && !force && existsSync(out)) throw new UsageError(exists(out));
  const name = from === '-' ? 'standard-input' : from;
  try {
    const imported = await importConnection(readImportFile(from), {
      file: name,
      ...(dialect === undefined ? {} : { dialect }),
    });
    const manifest = renderManifest(imported, name);
    const statement = statementOf(imported, name).flatMap((line) => wrap(line, 110));
    tell(manifest, plainLines(statement.join('\n')), out, force);
  } catch (error) {
    throw error instanceof ImportError ? new UsageError(error.message) : error;
  }
}

/** The manifest alone goes to standard output, so that it can be piped. */
function tell(manifest: string, statement: string, out: string | undefined, force: boolean): void {
  if (out === undefined) {
    process.stdout.write(manifest);
    process.stderr.write(`${statement}\n`);
    return;
  }
  try {
    writeFileSync(out, manifest, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(
      code === 'EEXIST' ? exists(out) : `${out} cannot be written (${code ?? 'unknown error'})`,
    );
  }
  process.stdout.write(
    plainLines(`${statement}\n\nWritten to ${out}. Check it with: proofkey validate ${out}\n`),
  );
}

function exists(out: string): string {
  return `${out} exists already. Give another name, or --force to overwrite it`;
}
