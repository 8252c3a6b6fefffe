import type { Exchange } from '../exchange.js';
import type { Fault } from '../fault.js';
import type { MetadataDocument } from '../seams/metadata.js';

/** Deviation of what the metadata says; the server itself goes on as it is. */
export function metadataDocument(
  change: (document: MetadataDocument, exchange: Exchange) => MetadataDocument,
): Fault['seams'] {
  return {
    metadata: (rules) => ({
      document: (document, exchange) => change(rules.document(document, exchange), exchange),
    }),
  };
}
