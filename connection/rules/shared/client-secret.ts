import type { ConnectionAuth } from '../../subject.js';

/**
 * Whether anything in the manifest says that the client authenticates. A manifest that says nothing describes a public
 * client: who reads it has no secret to send.
 */
export function authenticates(auth: ConnectionAuth): boolean {
  const { clientType, clientSecret, clientAuthentication, secretNames = [] } = auth;
  if (clientType === 'confidential' || clientSecret !== undefined) return true;
  if (clientAuthentication !== undefined && clientAuthentication !== 'none') return true;
  return secretNames.some((name) => /client[-_. ]?secret/i.test(name));
}

/** Whether the manifest says in so many words that the client is public: a client that does not authenticate is one. */
export function isPublic({ clientType, clientAuthentication }: ConnectionAuth): boolean {
  return clientType === 'public' || (clientType === undefined && clientAuthentication === 'none');
}

/** Whether people are sent to the authorization endpoint; a device grant alone needs no PKCE and often no secret. */
export function usesRedirect(auth: ConnectionAuth): boolean {
  const { authorizationUrl, redirect, deviceAuthorizationUrl } = auth;
  return authorizationUrl !== undefined || redirect !== undefined || deviceAuthorizationUrl === undefined;
}
