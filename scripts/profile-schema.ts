// Writes mock-provider/profiles/profile.schema.json: `npm run docs`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaOfProfiles } from './schema-of-profiles.js';

const file = join(import.meta.dirname, '..', '..', 'mock-provider', 'profiles', 'profile.schema.json');
writeFileSync(file, `${JSON.stringify(await schemaOfProfiles(), undefined, 2)}\n`);
