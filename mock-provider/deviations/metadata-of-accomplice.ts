import type { Exchange } from '../exchange.js';
import type { Fault } from '../fault.js';
import type { MetadataDocument } from '../seams/metadata.js';
import { metadataDocument } from './metadata-document.js';

/** Deviation in which the metadata claim another issuer, and every endpoint in them is the accomplice's. */
export function metadataOfAccomplice(claimed: (exchange: Exchange) => string): Fault['seams'] {
  return metadataDocument((document, exchange) => ({
    ...withOrigin(document, exchange.tenant.issuer, exchange.tenant.accomplice),
    issuer: claimed(exchange),
  }));
}

function withOrigin(document: MetadataDocument, from: string, to: string): MetadataDocument {
  const moved = (value: unknown) =>
    typeof value === 'string' && value.startsWith(`${from}/`) ? `${to}${value.slice(from.length)}` : value;
  return Object.fromEntries(Object.entries(document).map(([member, value]) => [member, moved(value)]));
}
