import { nearest } from '../nearest.js';
import type { SchemaName } from '../validate-shape.js';

/** Keys that only a subject file has. */
const subjectKeys = ['against', 'requirements', 'server', 'client', 'fails', 'warns', 'flaky'];
const manifestKeys = ['version', 'connection', 'connections', 'preferences', 'aiCapability'];

export interface DocumentShape {
  /** The schema that it is meant to fit. */
  schema: SchemaName;
  /** What of the document the schema is about. */
  own: Record<string, unknown>;
}

/**
 * What a document is meant to be. A manifest without a `version` of ours may be a product's own, with much else in it:
 * only our keys count there, and whatever looks like a misspelt one.
 */
export function documentShape(value: Record<string, unknown>): DocumentShape {
  const keys = Object.keys(value);
  if (keys.some((key) => subjectKeys.includes(key))) return { schema: 'subject', own: value };
  if (typeof value.version === 'number') {
    const meant = keys.map((key) => nearest(key, [...manifestKeys, ...subjectKeys]) ?? '');
    return { schema: meant.some((key) => subjectKeys.includes(key)) ? 'subject' : 'manifest', own: value };
  }
  const named = keys.some(isConnectionKey);
  const absent = manifestKeys.filter(
    (key) => key !== 'version' && !keys.includes(key) && !(named && isConnectionKey(key)),
  );
  const ours = (key: string) =>
    key !== 'version' && (manifestKeys.includes(key) || nearest(key, absent) !== undefined);
  return { schema: 'manifest', own: Object.fromEntries(Object.entries(value).filter(([key]) => ours(key))) };
}

/** What to write where a manifest has no connection; undefined where a misspelt key says it all. */
export function missingConnection(value: Record<string, unknown>): string | undefined {
  const keys = Object.keys(value);
  if (keys.some((key) => isConnectionKey(nearest(key, manifestKeys)))) return undefined;
  if (keys.includes('auth')) {
    return 'this is a connection without the key that it belongs to, so nothing would find it. Write "connection:" above it, and indent it';
  }
  return 'the file holds no connection, so there is nothing to judge. Describe it under "connection", or a list under "connections"; docs/writing-a-connection.md has an example';
}

function isConnectionKey(key: string | undefined): boolean {
  return key === 'connection' || key === 'connections';
}
