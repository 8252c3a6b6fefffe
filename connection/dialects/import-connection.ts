import { nearest } from '../nearest.js';
import type { Connection } from '../subject.js';
import { quote } from '../subject-file-error.js';
import type { Dialect } from './dialect.js';
import { entriesOf } from './fields.js';
import { ImportError } from './import-error.js';
import { dialects } from './index.js';
import { type Input, readInput } from './input.js';
import { formatRemark, type Remark, Statement } from './statement.js';

export interface ImportOptions {
  /** Shown in messages; its ending tells how the text is read. */
  file: string;
  /** Key of `dialects`; without it the content decides. */
  dialect?: string;
}

export interface ImportedConnections {
  /** Key of `dialects`. */
  dialect: string;
  /** At least one; each fits `connection` of subject.schema.json. */
  connections: Connection[];
  notCarriedOver: Remark[];
  assumed: Remark[];
}

/**
 * Reads connections out of somebody else's notation. Source text is parsed and never run; neither the environment nor
 * the network is touched. Throws ImportError when there is nothing to be had, and says why.
 */
export async function importConnection(
  text: string,
  { file, dialect: asked }: ImportOptions,
): Promise<ImportedConnections> {
  if (asked !== undefined) checkName(asked);
  const input = await readInput(file, text);
  refuseOwn(input);
  try {
    const name = asked ?? recognised(input);
    const dialect = dialects[name] as Dialect;
    const statement = new Statement();
    if (input.source?.brokenLine !== undefined)
      statement.lost(
        'source text',
        'has a syntax error, and what could be read around it was taken',
        input.source.brokenLine,
      );
    const connections =
      asked === undefined || dialect.recognises(input) ? dialect.read(input, statement) : [];
    if (connections.length === 0) throw nothingIn(input, name, dialect, statement);
    return { dialect: name, connections, ...remarksOf(statement, connections) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ImportError(
      `${file} is nested too deeply to be read. Give the connection in a file of its own`,
    );
  }
}

/** That a remark is about the only connection need not be said. */
function remarksOf(
  { notCarriedOver, assumed }: Statement,
  [only, second]: readonly Connection[],
): Pick<ImportedConnections, 'notCarriedOver' | 'assumed'> {
  if (second !== undefined) return { notCarriedOver, assumed };
  const unnamed = ({ connection, ...remark }: Remark): Remark =>
    connection === undefined || connection === only?.id ? remark : { connection, ...remark };
  return { notCarriedOver: notCarriedOver.map(unnamed), assumed: assumed.map(unnamed) };
}

function checkName(name: string): void {
  if (Object.hasOwn(dialects, name)) return;
  const names = Object.keys(dialects);
  const near = nearest(name, names);
  throw new ImportError(
    `there is no dialect ${quote(name)}. ${near === undefined ? 'There are' : `Did you mean "${near}"? There are`} ${names.join(', ')}`,
  );
}

/** Our own manifest is Jingle's, extended, and would be recognised as that. */
function refuseOwn({ file, data }: Input): void {
  const entries = entriesOf(data);
  if (entries?.get('version')?.value !== 1) return;
  if (!entries.has('connection') && !entries.has('connections')) return;
  throw new ImportError(
    `${file} is a manifest of Proofkey already. Check it with: proofkey validate ${file}`,
  );
}

function recognised(input: Input): string {
  const fitting = Object.entries(dialects).filter(([, dialect]) => dialect.recognises(input));
  const [first, second] = fitting;
  if (first !== undefined && second === undefined) return first[0];
  if (first === undefined)
    throw new ImportError(
      `${input.file} holds no connection in a notation that is known here. Tried:\n${listOf(Object.entries(dialects))}${brokenHint(input)}`,
    );
  throw new ImportError(
    `${input.file} holds more than one notation, and one is imported at a time:\n${listOf(fitting)}\nChoose with --dialect ${fitting.map(([name]) => name).join(' or --dialect ')}`,
  );
}

function listOf(entries: readonly (readonly [string, Dialect])[]): string {
  const width = Math.max(...entries.map(([name]) => name.length));
  return entries.map(([name, { expects }]) => `  ${name.padEnd(width)}  ${expects}`).join('\n');
}

function nothingIn(
  input: Input,
  name: string,
  { expects }: Dialect,
  { notCarriedOver }: Statement,
): ImportError {
  const reasons = notCarriedOver.map((remark) => `\n  - ${formatRemark(remark)}`).join('');
  if (reasons !== '' && !(notCarriedOver.length === 1 && input.source?.brokenLine !== undefined))
    return new ImportError(
      `${input.file} holds no connection that can be carried over from ${name}:${reasons}`,
    );
  return new ImportError(
    `${input.file} holds no connection of the dialect ${name}, which expects ${expects}${brokenHint(input)}`,
  );
}

function brokenHint({ source }: Input): string {
  return source?.brokenLine === undefined
    ? ''
    : `\nThe source text has a syntax error in line ${source.brokenLine}, which may be why`;
}
