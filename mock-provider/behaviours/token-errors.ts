import type { Behaviour } from '../behaviour.js';
import type { OAuthError } from '../oauth-error.js';
import { json } from '../reply.js';
import { filledIn, type Template } from '../template.js';

/** What one error becomes on the wire. */
interface OwnError {
  status?: number;
  /** In place of the code of RFC 6749 §5.2. */
  code?: string;
  description?: string;
}

interface TokenErrors extends OwnError {
  /** By the code that the strict mock would send. */
  codes?: Record<string, OwnError>;
  /**
   * The body, with `{code}`, `{description}` and `{status}` filled in; left out: `error` and `error_description` as
   * RFC 6749 §5.2 has them.
   */
  body?: Template;
}

export const behaviour: Behaviour<TokenErrors> = {
  axis: 'error transport',
  describes: 'Status, codes, descriptions and shape of error responses of the token endpoint.',
  schema: {
    type: 'object',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      status: { type: 'integer', minimum: 200, maximum: 599 },
      code: { type: 'string', minLength: 1 },
      description: { type: 'string' },
      codes: {
        type: 'object',
        additionalProperties: {
          type: 'object',
          additionalProperties: false,
          minProperties: 1,
          properties: {
            status: { type: 'integer', minimum: 200, maximum: 599 },
            code: { type: 'string', minLength: 1 },
            description: { type: 'string' },
          },
        },
      },
      body: { type: 'object', minProperties: 1 },
    },
  },
  seams: (value) => ({
    tokenResponse: () => ({
      deliverError(error, exchange) {
        const { status, code, description } = ownError(error, value);
        const body = value.body ?? {
          error: '{code}',
          ...(description === '' ? {} : { error_description: '{description}' }),
        };
        const words = { code, description, status };
        const kept = status === error.status ? error.headers : {};
        return json(status, filledIn(body, words, exchange), { 'cache-control': 'no-store', ...kept });
      },
    }),
  }),
};

/** Wrong methods and the like keep their status: they are no answer to a token request. */
function ownError(error: OAuthError, { codes, ...all }: TokenErrors): Required<OwnError> {
  const own = { ...all, ...codes?.[error.code] };
  return {
    status: error.status === 405 ? error.status : (own.status ?? error.status),
    code: own.code ?? error.code,
    description: own.description ?? error.description,
  };
}
