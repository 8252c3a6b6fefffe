// Writes docs/requirements/: `npm run docs`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requirementsPages } from './requirements-docs/pages.js';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'requirements');
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(await requirementsPages())) writeFileSync(join(folder, name), text);
