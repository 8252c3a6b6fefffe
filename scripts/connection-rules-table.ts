// Writes the generated parts of docs/writing-a-connection.md: `npm run docs`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withTables } from './connection-tables.js';

const page = join(import.meta.dirname, '..', '..', 'docs', 'writing-a-connection.md');
writeFileSync(page, withTables(readFileSync(page, 'utf8')));
