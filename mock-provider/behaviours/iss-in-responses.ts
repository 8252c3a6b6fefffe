import type { Behaviour } from '../behaviour.js';
import { metadataDocument } from '../deviations/metadata-document.js';
import { responseParameters } from '../deviations/response-parameters.js';

export const behaviour: Behaviour<boolean> = {
  axis: 'authorization response',
  describes: 'Whether authorization responses carry iss (RFC 9207), and the metadata say so.',
  schema: { type: 'boolean' },
  seams: (value) =>
    value
      ? {}
      : {
          ...responseParameters(({ iss: _iss, ...rest }) => rest),
          ...metadataDocument(
            ({ authorization_response_iss_parameter_supported: _promise, ...rest }) => rest,
          ),
        },
};
