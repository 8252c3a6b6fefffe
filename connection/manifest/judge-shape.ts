import type { Level } from '../rules/rule.js';
import type { Connection } from '../subject.js';
import type { Path } from '../subject-file-error.js';
import type { Objection } from '../subject-rules/rule.js';
import { type SchemaName, validateShape } from '../validate-shape.js';
import { documentShape, missingConnection } from './document-shape.js';
import type { ManifestInFile } from './manifest-in-file.js';
import type { ManifestDocument } from './read-documents.js';

/** Mistakes of shape that are told of one document. A file with more is another file. */
const maximumMistakes = 200;
/** Entries of one list or mapping of a connection: rules may compare each with each. */
const maximumEntries = 1000;

/** An objection, with the rule that objects. */
export interface Ruled extends Objection {
  rule: string;
  level: Level;
}

interface Located {
  path: Path;
  connection: Connection;
}

export interface ShapedDocument {
  document: ManifestDocument;
  /** The schema that it was judged by. */
  schema: SchemaName;
  findings: Ruled[];
  /** Those of the right shape, on which rules rely, and where they stand. */
  connections: Located[];
  /** Whether these are all that the document has. */
  complete: boolean;
  /** The parts that surround them; those of a wrong shape are left out. */
  surrounding: Pick<ManifestInFile, 'preferences' | 'aiCapability'>;
}

/** Judges a document by the schema that it is meant to fit. `index` and `count` are those of the file's documents. */
export function judgeShape(document: ManifestDocument, index: number, count: number): ShapedDocument {
  const { schema, own } = documentShape(document.value);
  const { objections, untold } = validateShape(own, schema, maximumMistakes);
  const declared = connectionsOf(own);
  const overfull = declared.flatMap(({ path, connection }) => overfullParts(connection, path));
  const findings = [
    ...objections.map((objection): Ruled => ({ ...objection, level: 'error' })),
    ...overfull,
    ...judgeWhole(document, { schema, untold, index, count }),
  ];
  // What is not told could be anywhere.
  const broken = untold > 0 ? [[]] : [...objections, ...overfull].map(({ path }) => path);
  const isSound = (path: Path) => !broken.some((at) => startsWith(at, path) || startsWith(path, at));
  const connections = declared.filter(({ path }) => isSound(path));
  const { preferences, aiCapability } = own as ManifestInFile;
  return {
    ...{ document, schema, findings, connections },
    complete: connections.length === declared.length && broken.length === 0,
    surrounding: {
      ...(preferences !== undefined && isSound(['preferences']) ? { preferences } : {}),
      ...(aiCapability !== undefined && isSound(['aiCapability']) ? { aiCapability } : {}),
    },
  };
}

interface Whole {
  schema: SchemaName;
  untold: number;
  index: number;
  count: number;
}

/** What concerns the document as a whole. */
function judgeWhole({ value }: ManifestDocument, { schema, untold, index, count }: Whole): Ruled[] {
  const findings: Ruled[] = [];
  const say = (rule: string, message: string): number =>
    findings.push({ rule, level: 'error', path: [], message });
  if (untold > 0)
    say('size-limit', `${untold} more mistakes like those below are not told. Correct these first`);
  const missing = schema === 'manifest' ? missingConnection(value) : undefined;
  if (missing !== undefined) say('no-connection', missing);
  if (schema === 'subject' && count > 1) {
    const message = `this is document ${index + 1} of ${count} in the file, and "proofkey run" takes a subject that is alone in its file. Move it to one of its own`;
    say('several-documents', message);
  }
  return findings;
}

function connectionsOf({ connection, connections }: Record<string, unknown>): Located[] {
  const listed: [Path, unknown][] = Array.isArray(connections)
    ? connections.map((one, index) => [['connections', index], one])
    : [];
  return [[['connection'], connection] as const, ...listed].flatMap(([path, value]) =>
    // A copy each: two aliases of one anchor are two connections.
    typeof value === 'object' && value !== null ? [{ path, connection: { ...(value as Connection) } }] : [],
  );
}

function overfullParts(part: unknown, path: Path): Ruled[] {
  if (typeof part !== 'object' || part === null) return [];
  const entries = Object.entries(part);
  if (entries.length <= maximumEntries) {
    const steps = entries.map(([key, value]) => [Array.isArray(part) ? Number(key) : key, value] as const);
    return steps.flatMap(([step, value]) => overfullParts(value, [...path, step]));
  }
  const message = `has ${entries.length} entries, and no more than ${maximumEntries} are judged. Remove what does not belong here`;
  return [{ rule: 'size-limit', level: 'error', path, message }];
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((step, index) => path[index] === step);
}
