import { metadataDocument } from '../deviations/metadata-document.js';
import type { Fault } from '../fault.js';

const methods = ['client_secret_basic'];

export const fault: Fault = {
  deviation: 'advertises client_secret_basic as the only way of client authentication',
  seams: metadataDocument((document) => ({
    ...document,
    token_endpoint_auth_methods_supported: methods,
    revocation_endpoint_auth_methods_supported: methods,
  })),
};
