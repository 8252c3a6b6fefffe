import type { ConnectionAuth } from '../../connection/subject.js';
import {
  type EndpointName,
  type MockProvider,
  type Profile,
  type ProviderOptions,
  startMockProvider,
  type Tenant,
} from '../index.js';
import { type Answer, newVerifier, post, send } from './relying-party.js';

/** Values to add or replace in a request; undefined leaves a parameter out. */
export type Changes = Record<string, string | undefined>;

/** How a token request says who it comes from. */
export type Proof = 'basic' | 'body' | 'none';

const proofs = { client_secret_basic: 'basic', client_secret_post: 'body', none: 'none' } as const;

/** The mock under a profile, and its default client, which shares no code with it. For the mock's own tests only. */
export class Persona {
  private constructor(readonly provider: MockProvider) {}

  static async start(profile: string | Profile, options: ProviderOptions = {}): Promise<Persona> {
    return new Persona(await startMockProvider({ profile, approval: 'automatic', ...options }));
  }

  get tenant(): Tenant {
    return this.provider.defaultTenant;
  }

  get secret(): string {
    return this.tenant.clients.get('demo')?.client_secret ?? '';
  }

  /** URL of an endpoint that the persona has. */
  endpoint(name: EndpointName): string {
    const url = this.tenant.endpointUrl(name);
    if (url === undefined) throw new Error(`there is no ${name} endpoint`);
    return url;
  }

  /** Sends the authorization request that the profile's connection makes, with changes. */
  ask(changes: Changes = {}): Promise<Answer> {
    const { redirect, authorizationParams, scopes = [], scopeSeparator = ' ' } = this.#auth;
    const parameters = given({
      response_type: 'code',
      client_id: 'demo',
      redirect_uri: redirect?.method === 'web' ? redirect.redirectUrl : 'http://127.0.0.1:8765/callback',
      scope: scopes.length > 0 ? scopes.join(scopeSeparator) : undefined,
      state: 'the-state-of-a-login',
      ...authorizationParams,
      ...changes,
    });
    return send(`${this.endpoint('authorization')}?${new URLSearchParams(parameters)}`);
  }

  /** Parameters of the redirect that answers it. */
  async callback(changes: Changes = {}): Promise<URLSearchParams> {
    const { headers, status, text } = await this.ask(changes);
    const location = headers.get('location');
    if (location === null) throw new Error(`no redirect but ${status}: ${text.slice(-200)}`);
    return new URL(location).searchParams;
  }

  /** A fresh code in the token request that redeems it, with PKCE where the connection has it. */
  async codeRequest(changes: Changes = {}): Promise<Record<string, string>> {
    const { code_verifier, code_challenge } = newVerifier();
    const pkce = this.#auth.pkce !== undefined;
    const challenge = pkce ? { code_challenge, code_challenge_method: 'S256' } : {};
    const code = (await this.callback({ ...challenge, ...changes })).get('code') ?? '';
    return given({
      grant_type: 'authorization_code',
      code,
      redirect_uri: changes.redirect_uri ?? 'http://127.0.0.1:8765/callback',
      code_verifier: pkce ? code_verifier : undefined,
    });
  }

  /** POSTs to the token endpoint, as the connection says that clients prove who they are or in another way. */
  token(parameters: Changes, by: Proof = this.#proof): Promise<Answer> {
    const { form, headers } = this.identified(parameters, by);
    return post(this.endpoint('token'), form, headers);
  }

  identified(parameters: Changes, by: Proof = this.#proof) {
    const pair = Buffer.from(`demo:${encodeURIComponent(this.secret)}`).toString('base64');
    const own: Record<Proof, Changes> = {
      basic: {},
      body: { client_id: 'demo', client_secret: this.secret },
      none: { client_id: 'demo' },
    };
    return {
      form: given({ ...own[by], ...parameters }),
      headers: (by === 'basic' ? { authorization: `Basic ${pair}` } : {}) as Record<string, string>,
    };
  }

  /** A whole flow; returns the answer to the token request. */
  async redeemed(changes: Changes = {}): Promise<Answer> {
    return this.token(await this.codeRequest(changes));
  }

  refresh(refreshToken: unknown, changes: Changes = {}): Promise<Answer> {
    return this.token({ grant_type: 'refresh_token', refresh_token: String(refreshToken), ...changes });
  }

  /** Status of the protected resource for an access token. */
  async opens(accessToken: unknown): Promise<number> {
    const headers = { authorization: `Bearer ${accessToken}` };
    return (await send(`${this.provider.issuer}/resource`, { headers })).status;
  }

  close(): Promise<void> {
    return this.provider.close();
  }

  get #auth(): ConnectionAuth {
    if (this.tenant.profile === undefined) throw new Error('the tenant plays no profile');
    return this.tenant.profile.connection.auth;
  }

  get #proof(): Proof {
    const method = this.tenant.clients.get('demo')?.token_endpoint_auth_method ?? 'none';
    return method === 'private_key_jwt' ? 'none' : proofs[method];
  }
}

function given(changes: Changes): Record<string, string> {
  return Object.fromEntries(
    Object.entries(changes).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
