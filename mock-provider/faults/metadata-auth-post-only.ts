import { metadataDocument } from '../deviations/metadata-document.js';
import type { Fault } from '../fault.js';

const methods = ['client_secret_post'];

export const fault: Fault = {
  deviation: 'advertises client_secret_post as the only way of client authentication',
  seams: metadataDocument((document) => ({
    ...document,
    token_endpoint_auth_methods_supported: methods,
    revocation_endpoint_auth_methods_supported: methods,
  })),
};
