import type { Profile } from '../profile.js';
import type { ProviderOptions } from '../provider.js';
import { type Changes, Persona, type Proof } from './persona.js';
import { type Answer, redirectUri, send } from './relying-party.js';

/** Requests that a test makes one by one, where whole flows of a persona's client hide too much. */

/** Starts a persona that ends with the test. */
export async function play(
  t: { after: (fn: () => Promise<void>) => void },
  profile: string | Profile,
  options: ProviderOptions = {},
): Promise<Persona> {
  const client = await Persona.start(profile, options);
  t.after(() => client.close());
  return client;
}

/** The answer to an authorization request, and where it leads to. */
export async function ask(
  client: Persona,
  changes: Changes = {},
): Promise<Answer & { location: URL | undefined }> {
  const answer = await client.ask(changes);
  const location = answer.headers.get('location');
  return { ...answer, location: location === null ? undefined : new URL(location) };
}

/** A fresh code of a request without PKCE. */
export async function codeOf(client: Persona, changes: Changes = {}): Promise<string> {
  return (await client.callback(changes)).get('code') ?? '';
}

export function redeem(
  client: Persona,
  code: string,
  changes: Changes = {},
  by: Proof = 'body',
): Promise<Answer> {
  const grant = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
  return client.token({ ...grant, ...changes }, by);
}

/** JSON; who asks is told by the parameters, or by Basic. */
export function tokenByJson(
  client: Persona,
  parameters: Record<string, unknown>,
  by: 'basic' | undefined = undefined,
): Promise<Answer> {
  const own = by === undefined ? {} : client.identified({}, by).headers;
  return send(client.endpoint('token'), {
    method: 'POST',
    body: JSON.stringify(parameters),
    headers: { 'content-type': 'application/json', ...own },
  });
}
