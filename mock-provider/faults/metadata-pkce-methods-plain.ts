import { metadataDocument } from '../deviations/metadata-document.js';
import type { Fault } from '../fault.js';

export const fault: Fault = {
  deviation: 'advertises plain as the only code_challenge_method',
  seams: metadataDocument((document) => ({ ...document, code_challenge_methods_supported: ['plain'] })),
};
