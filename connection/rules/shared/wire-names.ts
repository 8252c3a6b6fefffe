import type { ConnectionAuth } from '../../subject.js';

/** What a client puts into its requests itself (RFC 6749 sections 4.1.1, 4.1.3 and 6, RFC 7636 section 4). */
export const ownParameters = {
  authorization: [
    'response_type',
    'client_id',
    'redirect_uri',
    'scope',
    'state',
    'code_challenge',
    'code_challenge_method',
  ],
  // Without scope: some servers want it here too, and then it is an extra parameter.
  token: ['grant_type', 'code', 'redirect_uri', 'client_id', 'client_secret', 'code_verifier'],
  refresh: ['grant_type', 'refresh_token', 'client_id', 'client_secret'],
} as const;

/** Proofs of who asks: they belong into a token request, never into a URL that a browser shows. */
export const secretParameters = ['client_secret', 'client_assertion', 'code_verifier', 'refresh_token'];

/** Standard names by what this server calls them. */
export function wireNames(auth: ConnectionAuth, names: readonly string[]): Map<string, string> {
  return new Map(names.map((name) => [auth.parameterNames?.[name] ?? name, name]));
}
