import { metadataDocument } from '../deviations/metadata-document.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'advertises an empty list of code_challenge_methods',
  seams: metadataDocument((document) => ({ ...document, code_challenge_methods_supported: [] })),
};
