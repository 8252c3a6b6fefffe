import type { ClientUnderTest } from '../../../fixtures/client/client-under-test.js';
import type { SeenRequest } from '../../../fixtures/client/seen-request.js';
import { hasAdapter } from './repetitions.js';

/** Methods of client authentication that send a secret (RFC 6749 §2.3.1), by the names of RFC 8414 §2. */
export type SecretMethod = 'client_secret_basic' | 'client_secret_post';

/** Resets the client for a provider with this method only: it has to choose or, where it reads no metadata, is told. */
export async function offerMethod(client: ClientUnderTest, method: SecretMethod): Promise<void> {
  if (!takesMethod(client)) return client.reset();
  await client.reset({ clientAuthentication: choosesByMetadata(client) ? 'by-metadata' : method });
  const { clientId, clientSecret, redirectUri } = client.configuration;
  await client.provider.register({ clientId, clientSecret, clientAuthentication: method, redirectUri });
}

/** Adapters take a method, or none, with `reset`, unless the subject file names it. */
export function takesMethod(client: ClientUnderTest): boolean {
  return hasAdapter(client) && client.section.clientAuthentication === undefined;
}

export function choosesByMetadata(client: ClientUnderTest): boolean {
  return takesMethod(client) && client.hello.capabilities.includes('client.discovery');
}

/** Every way in which a request carries what authenticates the client. */
export function authenticationMethods(request: SeenRequest): string[] {
  const inQuery = Boolean(request.query.get('client_secret'));
  const inForm = Boolean(request.form.get('client_secret'));
  // Of a body that is no form, JSON is read too.
  const inBody = inForm || (!inQuery && Boolean(request.parameter('client_secret')));
  return [
    ...(request.basicCredentials === undefined ? [] : ['client_secret_basic']),
    ...(inBody ? ['client_secret_post'] : []),
    ...(inQuery ? ['client_secret in the query'] : []),
    ...(request.parameter('client_assertion') === undefined ? [] : ['client_assertion']),
  ];
}
