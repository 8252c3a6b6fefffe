/** The strict mock authorization server, for people's own tests. */
import { MockProvider, type ProviderOptions } from './provider.js';

export type { AdminOptions } from './admin/admin-options.js';
export type { Client, ClientAuthenticationMethod, ClientOptions } from './client.js';
export type { EndpointName } from './endpoint-paths.js';
export { faultIds } from './fault.js';
export type { JournalEntry } from './journal.js';
export { localConnection } from './local-connection.js';
export { OptionError } from './nearest.js';
export { loadProfile, type Profile, profileNames, profileOfConnection } from './profile.js';
export { type FurtherTenant, MockProvider, type ProviderOptions, type RequestObserver } from './provider.js';
export { registrationOf } from './registration-of-connection.js';
export type { Reply } from './reply.js';
export { defaultUser, type Lifetimes, type Tenant, type TenantOptions, type User } from './tenant.js';
export type { WireExchange, WireRequest } from './wire.js';

/**
 * Starts a mock authorization server that conforms to OAuth 2.1 and RFC 9700 unless faults are asked for.
 *
 * @example
 * const provider = await startMockProvider({ clients: [{ client_id: 'app', redirect_uris: ['http://127.0.0.1/cb'] }] });
 * // point your client at provider.issuer …
 * await provider.close();
 * @throws OptionError when an option cannot be (an unknown fault is answered with the nearest known one)
 */
export function startMockProvider(options: ProviderOptions = {}): Promise<MockProvider> {
  return MockProvider.start(options);
}
