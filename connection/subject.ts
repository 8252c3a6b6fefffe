/**
 * The subject file as TypeScript sees it after loading: what is judged, and how it is reached.
 * Field names are those of the file (docs/subject-file.md); wire names are used only on the wire.
 */

/** Grading profiles: RFC 6749 with RFC 9700, OAuth 2.1, OpenID Connect. A row's verdict is the worst over the listed ones. */
export type Against = 'oauth2.0' | 'oauth2.1' | 'oidc';

export type ClientAuthentication = 'none' | 'client_secret_basic' | 'client_secret_post' | 'private_key_jwt';

/** How a test gets past login and approval. */
export interface LoginForm {
  /** Values by the `name` of the form field; each is filled in on whichever page its field appears. */
  fields: Record<string, string>;
  /** Button of the login page, by name, value, id or visible text; default: the form's first submit button. */
  submit?: string;
  /** Button (or link) of the approval page that grants. */
  approve?: string;
  /** Button (or link) of the approval page that refuses. */
  deny?: string;
  /** Drive the pages in Chromium instead of by HTTP: for logins that need scripts. */
  browser?: boolean;
}

export type Login = 'auto-approve' | LoginForm;

/** One OAuth client registered at the server under test. */
export interface ClientEntry {
  clientId: string;
  clientSecret?: string;
  clientAuthentication: ClientAuthentication;
  /** Private JWK (as an object or a JSON string from the environment), for private_key_jwt. */
  privateKey?: Record<string, unknown> | string;
  redirectUrls: string[];
  /** Scopes this client may ask for; default: those of the connection. */
  scopes?: string[];
  /** Grant types this client may use; default: authorization_code and, where offered, refresh_token. */
  grantTypes?: string[];
  /** `web` keeps a public client with a loopback redirect out of the rows for native apps (RFC 8252). */
  applicationType?: 'native' | 'web';
  /** May call the introspection endpoint. */
  introspects?: boolean;
}

export interface ServerSection {
  /** Program that brings the server up before the run and is ended after it. */
  start?: { command: string[]; url: string; timeoutSeconds?: number };
  /** The built-in mock provider is the subject; endpoints and clients then come from it. */
  mock?: { profile?: string; faults?: string[] };
  login?: Login;
  clients?: Record<string, ClientEntry>;
  /** A protected resource that any valid access token opens. */
  resourceUrl?: string;
  /** A protected resource that needs one scope, which must be among the connection's scopes. */
  scopedResource?: { url: string; scope: string };
  /** Two resource indicators (RFC 8707): the first is that of `resourceUrl`; `secondUrl` opens the second. */
  resourceIndicators?: { first: string; second: string; secondUrl?: string };
  /** How clients of this server may authenticate, where no metadata say so. */
  clientAuthentication?: ClientAuthentication[];
  /** Seconds for which a rotated refresh token keeps working by design. */
  refreshGraceSeconds?: number;
  /** Further hosts that metadata may name and tests may contact. */
  hosts?: string[];
  /** Who permits testing a host that is not loopback, in words. */
  authorized?: string;
}

/** A program, with `{issuer}`, `{authorizationUrl}` … in arguments and environment filled in (docs/testing-a-client.md). */
export interface TemplatedCommand {
  command: string[];
  environment?: Record<string, string>;
}

/** An unmodified command-line program: one process for each operation. */
export interface ExecDriver {
  /** Begins a login and ends when it is done; exit status 0 means logged in. */
  login: TemplatedCommand;
  /** `program`: the URL reaches a program named by BROWSER; `output`: it is what `pattern` captures of the output. */
  browser: 'program' | { pattern: string };
  /** Further operations that the program has; exit status 0 means ok. */
  call?: TemplatedCommand;
  refresh?: TemplatedCommand;
  revoke?: TemplatedCommand;
  /** Exit status 0: somebody is logged in. Left out: a login that ended with 0, and nothing since, says so. */
  status?: TemplatedCommand;
}

/** A running web application; the harness is its user agent, with a cookie jar. */
export interface WebDriver {
  /** Program that brings the application up, once a worker; left out when it is up already. */
  start?: TemplatedCommand & { timeoutSeconds?: number };
  /** Redirects to the authorization endpoint. */
  startUrl: string;
  /** Answers 2xx, with text that `authenticated` matches, to a browser that is logged in. */
  statusUrl: string;
  authenticated: string;
  callUrl?: string;
  refreshUrl?: string;
  logoutUrl?: string;
}

export type DriverChoice =
  | { stdio: string[] }
  | { module: string | string[] }
  | { exec: ExecDriver }
  | { http: WebDriver }
  | { browser: WebDriver }
  | { interactive: { waitSeconds?: number } };

/** How the client is tested. */
export interface ClientSection {
  driver: DriverChoice;
  /** Issuer of a client that cannot be told another one per test: the mock then listens there, one test at a time. */
  issuer?: string;
  /** One test at a time, though each has an issuer of its own. */
  exclusive?: boolean;
  clientId?: string;
  clientSecret?: string;
  clientAuthentication?: 'none' | 'client_secret_basic' | 'client_secret_post';
  redirectUrl?: string;
  scopes?: string[];
  /** What a program or application can do beyond login; adapters say so themselves. */
  capabilities?: string[];
  /** Own work that is left to the caller, with the reason; adapters say so themselves. */
  leftToCaller?: Record<string, string>;
  /** Seconds that an operation may take. */
  timeLimitSeconds?: number;
  /** Seconds to watch the wire after what a driver cannot answer. */
  settleSeconds?: number;
}

export interface ConnectionAuth {
  type: 'oauth' | 'apiKey' | 'personalAccessToken' | 'none';
  issuer?: string;
  authorizationUrl?: string;
  tokenUrl?: string;
  revocationUrl?: string;
  introspectionUrl?: string;
  userinfoUrl?: string;
  registrationUrl?: string;
  jwksUrl?: string;
  pushedAuthorizationRequestUrl?: string;
  deviceAuthorizationUrl?: string;
  refreshUrl?: string;
  clientId?: string;
  clientSecret?: string;
  clientType?: 'public' | 'confidential';
  clientAuthentication?: ClientAuthentication;
  tokenRequestFormat?: 'form' | 'json' | 'query';
  tokenParams?: Record<string, string>;
  /** Standard name to the server's own: `{ client_id: client_key }`. */
  parameterNames?: Record<string, string>;
  tokenResponse?: {
    format?: 'json' | 'form';
    errorWith200?: boolean;
    accessTokenPath?: string;
    /** Spelling of token_type where it is not Bearer; null: it is left out. */
    tokenType?: string | null;
  };
  scopes?: string[];
  scopeSeparator?: string;
  pkce?: { required?: boolean; methods?: string[] };
  state?: { required?: boolean };
  authorizationParams?: Record<string, string>;
  secretNames?: string[];
  redirect?:
    | { method: 'web'; redirectUrl: string }
    | { method: 'app-scheme'; scheme: string; callbackPath: string }
    | { method: 'app-uri'; uriScheme: string; callbackPath: string };
  bridge?: {
    appId: string;
    providerUrl?: string;
    integrationId?: string;
    prompt?: 'auto' | 'select_account';
  };
  refresh?: { supported?: boolean; rotation?: boolean };
  lifetimes?: { accessToken?: number; refreshToken?: number; code?: number };
  rateLimit?: DeclaredLimit;
}

/** What the server lets through, as its documentation says. */
export interface DeclaredLimit {
  /** Requests in any period of `perSeconds`; with `burst`, those that flow back in it. */
  requests: number;
  perSeconds: number;
  /** Requests that may come at once. */
  burst?: number;
  /** Endpoints whose requests count, together; default: all that goes to the server. */
  counts?: CountedEndpoint[];
}

export type CountedEndpoint =
  | 'authorization'
  | 'token'
  | 'revocation'
  | 'introspection'
  | 'registration'
  | 'userinfo'
  | 'jwks';

export interface Connection {
  id: string;
  provider: string;
  title: string | Record<string, string>;
  /** Settings of the product that the connection may read; none of them is a secret. */
  publicPreferenceNames?: string[];
  connectGuide?: string;
  auth: ConnectionAuth;
}

/** One declared deviation: `fails` (verdict fail), `warns` (verdict warn), or `flaky` (now this verdict, now that). */
export interface Declared {
  id: string;
  reason?: string;
  owner?: string;
  /** Only where the client meets this provider persona, or one of these; left out: where it meets none. */
  profile?: string | string[];
  /** Calendar date (YYYY-MM-DD, UTC) after which the entry no longer excuses. */
  until?: string;
}

export interface Subject {
  version: 1;
  against: Against[];
  requirements?: string;
  connection?: Connection;
  server?: ServerSection;
  client?: ClientSection;
  fails: Declared[];
  warns: Declared[];
  /** Requirements whose verdict changes from run to run for a known reason, which each entry has. */
  flaky?: Declared[];
}

/** The lists in which a requirement can be declared. */
export const declaredLists = ['fails', 'warns', 'flaky'] as const;

export type DeclaredList = (typeof declaredLists)[number];

/** The list in which a requirement is declared, if it is. */
export function listOf(
  lists: Partial<Record<DeclaredList, readonly Pick<Declared, 'id'>[]>>,
  wanted: string,
): DeclaredList | undefined {
  return declaredLists.find((list) => lists[list]?.some(({ id }) => id === wanted));
}

/** A subject file that was read: where it came from, and where each part stands in it. */
export interface LoadedSubject {
  /** Path as the user gave it. */
  file: string;
  /** Shown in reports: the file's name without folder and ending; of a `subject.yaml`, its folder's name. */
  name: string;
  subject: Subject;
  /** `file:line:column` of a path such as `['fails', 0, 'id']`, or of its nearest ancestor. */
  locate(path: readonly (string | number)[]): string;
}
