import { metadataDocument } from '../deviations/metadata-document.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'has an authorization endpoint with a query of its own, as RFC 6749 §3.1 allows',
  seams: metadataDocument((document) => ({
    ...document,
    authorization_endpoint: `${document.authorization_endpoint}?tenant=a`,
  })),
};
