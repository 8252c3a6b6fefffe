import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/** What someone registered under a public suffix (`example.co.uk`), or undefined for an address or a local name. */
export function registrableDomain(hostname: string): string | undefined {
  // The list takes 10 to 50 ms to load; most manifests need none of it.
  const { getDomain } = load('tldts') as typeof import('tldts');
  return getDomain(hostname, { allowPrivateDomains: true }) ?? undefined;
}
