import type { Behaviour } from '../behaviour.js';
import { metadataDocument } from '../deviations/metadata-document.js';
import { OAuthError } from '../oauth-error.js';
import type { ResponseMode } from '../seams/authorization-response.js';

interface ResponseModes {
  served: ResponseMode[];
  /** Scopes that are granted by form_post only. */
  formPostForScopes?: string[];
}

const modes = ['query', 'fragment', 'form_post'] as const;

export const behaviour: Behaviour<ResponseModes> = {
  axis: 'authorization response',
  describes:
    'Values of response_mode that are served, query being the default, and scopes that are granted by form_post only.',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['served'],
    properties: {
      served: { type: 'array', items: { enum: modes }, minItems: 1, uniqueItems: true },
      formPostForScopes: { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1 },
    },
  },
  seams: ({ served, formPostForScopes = [] }) => ({
    ...metadataDocument((document) => ({ ...document, response_modes_supported: served })),
    authorizationRequest: (rules) => ({
      responseModes: served,
      checkComplete(exchange) {
        rules.checkComplete(exchange);
        const { parameters, seams } = exchange;
        const asked = seams.authorizationRequest.scopes(parameters.get('scope'), exchange);
        const bound = asked.find((scope) => formPostForScopes.includes(scope));
        if (bound !== undefined && parameters.get('response_mode') !== 'form_post')
          throw new OAuthError('invalid_request', `response_mode must be form_post for scope ${bound}`);
      },
    }),
    authorizationResponse: () => ({
      mode({ parameters }) {
        const asked = parameters?.get('response_mode');
        return served.find((mode) => mode === asked) ?? 'query';
      },
    }),
  }),
};
