import type { ConnectionAuth, ServerSection } from '../../connection/subject.js';
import { type Deviating, secretOfPost } from './servers/played-connection.js';

/** What is wrong in a file, or in a server; everything else is true. These are the mutants of connection requirements. */
export interface Contradiction extends Deviating {
  /** Persona that the mock plays: its own manifest, changed. */
  persona?: { name: string; change?: (auth: ConnectionAuth) => ConnectionAuth };
  auth?: (issuer: string) => Partial<ConnectionAuth>;
  clients?: ServerSection['clients'];
  /** Requirements that fail, no others, and the fields of the connection that their findings name. */
  fails?: Record<string, string[]>;
  /** Requirements that only warn: the metadata are wrong, not the file. */
  warns?: string[];
  /** Nobody gets past the login any more, or nothing is revoked, which leaves other requirements undecided. */
  leavesUndecided?: boolean;
}

const generous = { requests: 10_000, perSeconds: 1 };

/** What is declared as it is: nothing may be found. */
export const agreements: Record<string, Contradiction> = {
  'nothing contradicted': {},
  'a lifetime of which a second has passed when it is told': { behaviours: { 'expires-in': 3599 } },
  'a rate limit that is told': {
    behaviours: { 'rate-limit': { ...generous, headers: true } },
    auth: () => ({ rateLimit: generous }),
  },
};

/** Fields that do not depend on one another are changed together: bringing a subject up takes longer than judging it. */
export const contradictions: Record<string, Contradiction> = {
  'an authorization endpoint elsewhere': {
    auth: (issuer) => ({ authorizationUrl: `${issuer}/nowhere` }),
    fails: { 'endpoints/authorization': ['authorizationUrl'] },
    leavesUndecided: true,
  },
  'a token endpoint elsewhere': {
    auth: (issuer) => ({ tokenUrl: `${issuer}/nowhere` }),
    fails: { 'endpoints/token': ['tokenUrl'] },
    leavesUndecided: true,
  },
  'all other endpoints elsewhere': {
    auth: (issuer) => ({
      revocationUrl: `${issuer}/nowhere`,
      introspectionUrl: `${issuer}/nowhere`,
      userinfoUrl: `${issuer}/nowhere`,
      registrationUrl: `${issuer}/nowhere`,
      jwksUrl: `${issuer}/nowhere`,
    }),
    fails: {
      'endpoints/introspection': ['introspectionUrl'],
      'endpoints/jwks': ['jwksUrl'],
      'endpoints/registration': ['registrationUrl'],
      'endpoints/revocation': ['revocationUrl'],
      'endpoints/userinfo': ['userinfoUrl'],
    },
    leavesUndecided: true,
  },
  'a revocation endpoint that does not revoke': {
    auth: (issuer) => ({ revocationUrl: `${issuer}/introspect` }),
    fails: { 'revocation/works': ['revocationUrl'] },
    warns: ['endpoints/revocation'],
  },
  'another issuer': {
    auth: (issuer) => ({ issuer: `${issuer}/other` }),
    fails: { 'issuer/identifier': ['issuer'] },
  },
  'what is required, how errors look, what a refresh brings, and how long a token lives': {
    auth: () => ({
      pkce: { required: false, methods: ['S256', 'plain'] },
      state: { required: true },
      tokenResponse: { errorWith200: true },
      refresh: { supported: true, rotation: false },
      // Shocking Energy: two hours in the documentation, expires_in 3600 on the wire.
      lifetimes: { accessToken: 7200 },
    }),
    fails: {
      'authorization/state-left-out': ['state.required'],
      'errors/status': ['tokenResponse.errorWith200'],
      'lifetimes/access-token': ['lifetimes.accessToken'],
      'pkce/methods': ['pkce.methods'],
      'pkce/required': ['pkce.required'],
      'refresh/rotation': ['refresh.rotation'],
    },
  },
  'another token response': {
    auth: () => ({ tokenResponse: { format: 'form', accessTokenPath: 'authed_user.access_token' } }),
    fails: { 'token-response/shape': ['tokenResponse.format', 'tokenResponse.accessTokenPath'] },
  },
  'another token request': {
    auth: () => ({ tokenRequestFormat: 'json' }),
    fails: { 'token-request/format': ['tokenRequestFormat'] },
    leavesUndecided: true,
  },
  'no refresh': {
    auth: () => ({ refresh: { supported: false } }),
    fails: { 'refresh/supported': ['refresh.supported'] },
  },
  'a method of authentication for a client that has none': {
    auth: () => ({
      clientType: 'confidential',
      clientSecret: secretOfPost,
      clientAuthentication: 'client_secret_basic',
    }),
    fails: { 'client-authentication/method': ['clientAuthentication'] },
    leavesUndecided: true,
  },
  'another method of authentication for a further client': {
    clients: {
      post: {
        clientId: 'post',
        clientSecret: secretOfPost,
        clientAuthentication: 'client_secret_basic',
        redirectUrls: ['https://post.example/callback'],
      },
    },
    fails: { 'client-authentication/further-methods': ['post'] },
  },
  'a scope that nobody grants': {
    auth: () => ({ scopes: ['read', 'write', 'admin'] }),
    fails: { 'scopes/granted': ['scopes'] },
    leavesUndecided: true,
  },
  'another separator': {
    auth: () => ({ scopeSeparator: ',' }),
    fails: { 'scopes/separator': ['scopeSeparator'] },
    leavesUndecided: true,
  },
  'a redirect URI that is not registered': {
    auth: () => ({ redirect: { method: 'web', redirectUrl: 'http://127.0.0.1/elsewhere' } }),
    fails: { 'redirect-uri/declared': ['redirect'] },
    leavesUndecided: true,
  },
  'a port that is not open': {
    auth: () => ({ clientId: 'web' }),
    fails: { 'redirect-uri/any-port': ['redirect.redirectUrl'] },
  },
  'a rate limit beyond what is told': {
    behaviours: { 'rate-limit': { ...generous, headers: true } },
    auth: () => ({ rateLimit: { requests: 20_000, perSeconds: 1 } }),
    fails: { 'rate-limit/told': ['rateLimit'] },
  },
};

/** What the documents that started all this say of providers, or forget to say. */
export const seeds: Record<string, Contradiction> = {
  'notion as Jingle has it: a public client, where a secret is asked for': {
    persona: {
      name: 'notion',
      change: ({ clientType: _type, clientAuthentication: _method, ...auth }) => ({
        ...auth,
        clientId: 'client-id',
        redirect: { method: 'web', redirectUrl: 'https://jingle.ai/callback?packageName=notion' },
      }),
    },
    fails: { 'client-authentication/method': ['clientAuthentication'] },
    leavesUndecided: true,
  },
  'makenotwork by the book: a form, where JSON is read': {
    persona: { name: 'makenotwork', change: ({ tokenRequestFormat: _format, ...auth }) => auth },
    fails: { 'token-request/format': ['tokenRequestFormat'] },
    leavesUndecided: true,
  },
  'github by the book: errors with a status of their own, where it is 200': {
    persona: {
      name: 'github',
      change: (auth) => ({ ...auth, tokenResponse: { ...auth.tokenResponse, errorWith200: false } }),
    },
    fails: { 'errors/status': ['tokenResponse.errorWith200'] },
  },
  'jobway as documented: two hours, no response_type, no code_challenge_method': {
    persona: { name: 'jobway' },
    warns: ['authorization/response-type-left-out', 'lifetimes/access-token', 'pkce/method-left-out'],
  },
};
