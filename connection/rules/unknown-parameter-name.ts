import { nearest } from '../nearest.js';
import type { ConnectionRule } from './rule.js';
import { ownParameters, secretParameters } from './shared/wire-names.js';

/** Standard names of requests and responses: RFC 6749, 7009, 7521, 7636, 8628, 8707, 9126, 9207, OpenID Connect. */
const standardNames = [
  ...new Set([
    ...Object.values(ownParameters).flat(),
    ...secretParameters,
    ...'access_token acr_values assertion audience claims client_assertion_type device_code display error'.split(
      ' ',
    ),
    ...'error_description error_uri expires_in id_token id_token_hint interval iss login_hint max_age'.split(
      ' ',
    ),
    ...'nonce password prompt request request_uri resource response_mode token token_type'.split(' '),
    ...'token_type_hint ui_locales user_code username verification_uri verification_uri_complete'.split(' '),
  ]),
];

export const unknownParameterName: ConnectionRule = {
  level: 'warning',
  demands: 'The keys of parameterNames are standard names of parameters.',
  remedy: 'Write the standard name on the left, such as client_id.',
  check({ auth }) {
    return Object.keys(auth.parameterNames ?? {})
      .filter((name) => !standardNames.includes(name))
      .map((name) => {
        const meant = nearest(name, standardNames);
        return {
          path: ['auth', 'parameterNames', name],
          what: 'is no standard name of a parameter',
          why: 'nothing is sent under that name, so nothing would be renamed',
          instead:
            meant === undefined
              ? 'Write the standard name on the left, the name at this server on the right'
              : `Did you mean "${meant}"? The standard name stands on the left`,
        };
      });
  },
};
