import { ownParameters, secretParameters } from '../rules/shared/wire-names.js';

/** What a client sets anew in each request: a fixed value in a manifest would break the flow. */
export const ownAuthorizationParameters: ReadonlySet<string> = new Set([
  ...ownParameters.authorization,
  ...secretParameters,
  'nonce',
  'request',
  'request_uri',
]);

export const ownTokenParameters: ReadonlySet<string> = new Set([
  ...ownParameters.token,
  ...ownParameters.refresh,
  ...secretParameters,
]);
