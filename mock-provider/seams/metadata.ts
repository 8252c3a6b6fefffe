import type { Exchange } from '../exchange.js';
import { json, type Reply } from '../reply.js';

export type MetadataDocument = Record<string, unknown>;

/** RFC 8414, OpenID Connect Discovery 1.0, RFC 9728. */
export interface MetadataSeam {
  /** Whether there is a document of this name below `/.well-known/`. */
  published(name: string): boolean;
  /** The authorization server's document before it is sent. */
  document(document: MetadataDocument, exchange: Exchange): MetadataDocument;
  deliver(document: MetadataDocument, exchange: Exchange): Reply;
}

export const metadata: MetadataSeam = {
  published: () => true,
  document: (document) => document,
  deliver: (document) => json(200, document, { 'cache-control': 'public, max-age=60' }),
};
