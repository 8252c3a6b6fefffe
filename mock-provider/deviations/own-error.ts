import { type ErrorReason, errorReasons, type OAuthError } from '../oauth-error.js';
import type { Template } from '../template.js';

/** What one error becomes on the wire. */
export interface OwnError {
  status?: number;
  /** In place of the code of RFC 6749 §5.2. */
  code?: string;
  /** Empty: there is none. */
  description?: string;
  /** Further words for the body. */
  words?: Record<string, unknown>;
  /**
   * The body, with `{code}`, `{description}` and `{status}` filled in; left out: `error` and `error_description` as
   * RFC 6749 §5.2 has them.
   */
  body?: Template;
}

export interface OwnErrors extends OwnError {
  /** By the code that the strict mock would send. */
  codes?: Record<string, OwnError>;
  /** Where one code stands for several cases, by the case; what is said for the code counts less. */
  reasons?: Partial<Record<ErrorReason, OwnError>>;
}

const properties = {
  status: { type: 'integer', minimum: 200, maximum: 599 },
  code: { type: 'string', minLength: 1 },
  description: { type: 'string' },
  words: { type: 'object', minProperties: 1 },
  body: { type: 'object', minProperties: 1 },
};
const ownError = { type: 'object', additionalProperties: false, minProperties: 1, properties };
const byName = { type: 'object', minProperties: 1, additionalProperties: ownError };

/** JSON Schema of OwnErrors. */
export const ownErrorsSchema = {
  ...ownError,
  properties: { ...properties, codes: byName, reasons: { ...byName, propertyNames: { enum: errorReasons } } },
};

/** Wrong methods and the like keep their status: they are no answer to a token request. */
export function asOwnError(error: OAuthError, { codes, reasons, ...all }: OwnErrors): Required<OwnError> {
  const own = { ...all, ...codes?.[error.code], ...ofReason(error, reasons) };
  const description = own.description ?? error.description;
  return {
    status: error.status === 405 ? error.status : (own.status ?? error.status),
    code: own.code ?? error.code,
    description,
    words: own.words ?? {},
    body: own.body ?? {
      error: '{code}',
      ...(description === '' ? {} : { error_description: '{description}' }),
    },
  };
}

/** A used code is a code that does not hold, unless more is said of it. */
function ofReason({ reason }: OAuthError, reasons: OwnErrors['reasons'] = {}): OwnError | undefined {
  if (reason === undefined) return undefined;
  return reasons[reason] ?? (reason === 'used-code' ? reasons.code : undefined);
}
