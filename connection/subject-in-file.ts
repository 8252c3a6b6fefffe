import type {
  Against,
  ClientEntry,
  ClientSection,
  Declared,
  ExecDriver,
  ServerSection,
  Subject,
  WebDriver,
} from './subject.js';

type Defaulted = 'clientAuthentication' | 'redirectUrls';
export type ClientEntryInFile = Omit<ClientEntry, Defaulted> & Partial<Pick<ClientEntry, Defaulted>>;

/** How the client is driven, as written: the schema lets several drivers stand there, or none. */
export interface DriversInFile {
  stdio?: string[];
  module?: string | string[];
  exec?: ExecDriver;
  http?: WebDriver;
  browser?: WebDriver;
  interactive?: { waitSeconds?: number };
}

export type ClientSectionInFile = Omit<ClientSection, 'driver'> & { driver?: DriversInFile };

/** The subject as it was written: valid against the schema, before defaults. Rules judge this, not what we added. */
export interface SubjectInFile extends Omit<Subject, 'against' | 'server' | 'client' | 'fails' | 'warns'> {
  against?: Against[];
  server?: Omit<ServerSection, 'clients'> & { clients?: Record<string, ClientEntryInFile> };
  client?: ClientSectionInFile;
  fails?: Declared[];
  warns?: Declared[];
}
