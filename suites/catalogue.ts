import { readFileSync } from 'node:fs';
import type { RequirementDetails } from './requirement.js';

/** A requirement as the catalogue lists it: read back from the specs at build time, so no list is kept by hand. */
export interface CatalogueEntry extends RequirementDetails {
  /** Path of its spec below suites/. */
  id: string;
  /** First segment of the id: who is judged. */
  role: string;
  /** Second segment of the id. */
  area: string;
  title: string;
}

/** Name of the generated file, next to the compiled specs. */
export const catalogueFile = 'requirements.json';

export function readCatalogue(): CatalogueEntry[] {
  return JSON.parse(readFileSync(new URL(catalogueFile, import.meta.url), 'utf8')) as CatalogueEntry[];
}

/** The entry of a spec. */
export function catalogueEntry(id: string, title: string, details: RequirementDetails): CatalogueEntry {
  const [role = '', area = ''] = id.split('/');
  return { id, role, area, title, ...details };
}
