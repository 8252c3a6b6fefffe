import type { Behaviour } from '../behaviour.js';
import { metadataDocument } from '../deviations/metadata-document.js';
import { describable, OAuthError } from '../oauth-error.js';

export const behaviour: Behaviour<string[]> = {
  axis: 'strictness',
  describes: 'Grant types that the token endpoint serves, out of those that the mock has.',
  schema: {
    type: 'array',
    items: { enum: ['authorization_code', 'refresh_token', 'client_credentials'] },
    minItems: 1,
    uniqueItems: true,
  },
  seams: (served) => ({
    ...metadataDocument((document) => ({ ...document, grant_types_supported: served })),
    tokenRequest: (rules) => ({
      grantType(exchange) {
        const asked = rules.grantType(exchange);
        if (served.includes(asked)) return asked;
        throw new OAuthError('unsupported_grant_type', `grant_type ${describable(asked)} is not served`);
      },
    }),
  }),
};
