import type { Behaviour } from '../behaviour.js';
import { metadataDocument } from '../deviations/metadata-document.js';

type Method = 'none' | 'client_secret_basic' | 'client_secret_post' | 'private_key_jwt';

export const behaviour: Behaviour<Method[]> = {
  axis: 'client authentication',
  describes: 'How clients may authenticate, whichever way they are registered.',
  schema: {
    type: 'array',
    items: { enum: ['none', 'client_secret_basic', 'client_secret_post', 'private_key_jwt'] },
    minItems: 1,
    uniqueItems: true,
  },
  seams: (methods) => ({
    ...metadataDocument((document) => ({ ...document, token_endpoint_auth_methods_supported: methods })),
    clientAuthentication: () => ({
      // Who has a secret must show it, in whichever way.
      methodAllowed: (client, { method }) =>
        methods.includes(method) && (method === 'none') === (client.token_endpoint_auth_method === 'none'),
    }),
  }),
};
