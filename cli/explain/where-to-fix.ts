import type { CatalogueEntry } from '../../suites/catalogue.js';

/** Whose code or file the advice of a requirement is about. */
export type FixedIn = 'server' | 'client' | 'manifest';

export function whereToFix({ role, fix }: Pick<CatalogueEntry, 'role' | 'fix'>): FixedIn {
  if (role === 'client') return 'client';
  // What a manifest is compared with may be what is wrong: then the advice names no field of it.
  const namesField = /\bconnection\.auth\b|\bclientAuthentication\b|^Declare\b/.test(fix);
  return role === 'connection' && namesField ? 'manifest' : 'server';
}
