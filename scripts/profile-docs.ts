// Writes the generated parts of docs/provider-profiles.md: `npm run docs`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withProfileTables } from './profile-tables.js';

const page = join(import.meta.dirname, '..', '..', 'docs', 'provider-profiles.md');
writeFileSync(page, await withProfileTables(readFileSync(page, 'utf8')));
