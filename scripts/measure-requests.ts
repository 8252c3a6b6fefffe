import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CountedName,
  type RequestCounts,
  type RequestCountTable,
  requestCountFile,
} from '../suites/request-counts.js';
import { measure } from './request-measurement.js';

/**
 * `npm run measure-requests`: writes how many requests each requirement and each control sends to each endpoint of the
 * built-in mock. Run it when a requirement or a control has changed; a test tells when the table is out of date.
 */
const names: readonly CountedName[] = [
  'all',
  'authorization',
  'token',
  'revocation',
  'introspection',
  'registration',
  'userinfo',
  'jwks',
];

/** As in biome.json. */
const lineWidth = 110;

const table: RequestCountTable = { requirements: {}, controls: {} };
for (const name of names) await measure(table, name);
writeFileSync(join(import.meta.dirname, '..', '..', 'suites', requestCountFile), written(table));

/** A line for each, as long as it fits, so that a difference shows which one has changed. */
function written(counts: RequestCountTable): string {
  const lists = Object.entries(counts).map(([name, list]: [string, Record<string, RequestCounts>]) => {
    const lines = Object.entries(list)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, count]) => entry(id, count));
    return `  ${JSON.stringify(name)}: {\n${lines.join(',\n')}\n  }`;
  });
  return `{\n${lists.join(',\n')}\n}\n`;
}

function entry(id: string, counts: RequestCounts): string {
  const members = Object.entries(counts).map(([name, count]) => `${JSON.stringify(name)}: ${count}`);
  const begin = `    ${JSON.stringify(id)}: {`;
  const line = members.length === 0 ? `${begin}}` : `${begin} ${members.join(', ')} }`;
  return line.length < lineWidth ? line : `${begin}\n      ${members.join(',\n      ')}\n    }`;
}
