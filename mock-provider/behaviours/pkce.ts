import type { Behaviour } from '../behaviour.js';
import { metadataDocument } from '../deviations/metadata-document.js';
import { OAuthError } from '../oauth-error.js';

interface Pkce {
  required: 'always' | 'public' | 'never';
  /** Empty: challenges and verifiers are ignored. */
  methods: ('S256' | 'plain')[];
  /** Method of a challenge that names none; default: RFC 7636 §4.3 says plain. */
  methodByDefault?: 'S256' | 'plain';
}

export const behaviour: Behaviour<Pkce> = {
  axis: 'PKCE',
  describes: 'For which clients a code challenge is required, and which methods are understood.',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['required', 'methods'],
    properties: {
      required: { enum: ['always', 'public', 'never'] },
      methods: { type: 'array', items: { enum: ['S256', 'plain'] }, uniqueItems: true },
      methodByDefault: { enum: ['S256', 'plain'] },
    },
  },
  seams: ({ required, methods, methodByDefault = 'plain' }) => ({
    ...metadataDocument((document) => ({ ...document, code_challenge_methods_supported: methods })),
    authorizationRequest: (rules) => ({
      parameters: (encoded) =>
        methods.length === 0 ? without(rules.parameters(encoded)) : rules.parameters(encoded),
      challengeOptional: ({ client }) =>
        required === 'never' || (required === 'public' && client.token_endpoint_auth_method !== 'none'),
      challengeMethod(requested) {
        const method = requested ?? methodByDefault;
        if ((methods as string[]).includes(method)) return method;
        throw new OAuthError('invalid_request', `code_challenge_method must be ${methods.join(' or ')}`);
      },
    }),
    tokenRequest: (rules) => ({
      form: (exchange) => (methods.length === 0 ? without(rules.form(exchange)) : rules.form(exchange)),
      verifierMatches: (challenge, verifier) =>
        challenge.method === 'plain'
          ? challenge.value === verifier
          : rules.verifierMatches(challenge, verifier),
    }),
  }),
};

const parameters = ['code_challenge', 'code_challenge_method', 'code_verifier'];

function without(sent: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...sent].filter(([name]) => !parameters.includes(name)));
}
