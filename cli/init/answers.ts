import type { ClientAuthentication, ConnectionAuth } from '../../connection/subject.js';

/** All that a subject file is written from. */
export interface SubjectAnswers {
  connection?: ConnectionAnswers;
  server?: ServerAnswers;
  client?: ClientAnswers;
}

export interface ConnectionAnswers {
  /** Name of the server, for people: its host, and port if any. */
  host: string;
  /** Host names that the file names by its URLs. */
  hosts: string[];
  /** Host names that only the metadata name. */
  otherHosts: string[];
  issuer?: string;
  /** Where no metadata name them. */
  authorizationUrl?: string;
  tokenUrl?: string;
  /** Whether the metadata are those of an OpenID provider. */
  openid: boolean;
  clientId: string;
  clientType: 'public' | 'confidential';
  clientAuthentication: ClientAuthentication;
  /** Name of the environment variable that holds it. */
  secretVariable?: string;
  redirectUrl: string;
  /** The same in the fields of a manifest. */
  redirect: NonNullable<ConnectionAuth['redirect']>;
  scopes: string[];
  /** The server takes S256. */
  pkce: boolean;
}

export interface ServerAnswers {
  login?: LoginAnswers;
  /** Hosts that metadata name beside the issuer's. */
  hosts: string[];
  authorized?: string;
}

export type LoginAnswers = 'auto-approve' | LoginFormAnswers;

export interface LoginFormAnswers {
  usernameField: string;
  username: string;
  passwordField: string;
  passwordVariable: string;
  submit?: string;
  approve?: string;
  deny?: string;
  browser: boolean;
}

export interface ClientAnswers {
  driver: DriverAnswers;
  /** The client cannot be told another one: the mock listens there. */
  fixed?: { issuer: string; clientId: string; redirectUrl: string };
}

export type DriverAnswers =
  | { kind: 'stdio'; command: string[] }
  | { kind: 'module'; path: string }
  | { kind: 'exec'; command: string[]; pattern?: string }
  | { kind: 'http' | 'browser'; start?: string[]; startUrl: string; statusUrl: string; authenticated: string }
  | { kind: 'interactive' };
