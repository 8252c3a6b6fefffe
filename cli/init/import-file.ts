import { importConnection } from '../../connection/dialects/import-connection.js';
import { ImportError } from '../../connection/dialects/import-error.js';
import { readImportFile } from '../../connection/dialects/read-import-file.js';
import { renderManifest, statementOf, wrap } from '../../connection/dialects/render-manifest.js';
import { plainLines } from '../../reports/plain.js';
import { UsageError } from '../usage-error.js';
import { refuseExisting, writeNew } from './written-file.js';

interface ImportOptions {
  from: string;
  dialect?: string | undefined;
  /** File to write; undefined: standard output. */
  out?: string | undefined;
  force: boolean;
}

/** `proofkey init --from FILE`: a connection in somebody else's notation becomes a manifest. */
export async function importFile({ from, dialect, out, force }: ImportOptions): Promise<void> {
  if (/^https?:\/\//i.test(from))
    throw new UsageError(
      `--from takes a file, and ${JSON.stringify(from)} is an address. Fetch it first, as with: curl ADDRESS | proofkey init --from -`,
    );
  if (out !== undefined) refuseExisting(out, force);
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
  writeNew(out, manifest, force);
  process.stdout.write(
    plainLines(`${statement}\n\nWritten to ${out}. Check it with: proofkey validate ${out}\n`),
  );
}
