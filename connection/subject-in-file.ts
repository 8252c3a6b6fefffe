import type { Against, ClientEntry, Declared, ServerSection, Subject } from './subject.js';

type Defaulted = 'clientAuthentication' | 'redirectUrls';
export type ClientEntryInFile = Omit<ClientEntry, Defaulted> & Partial<Pick<ClientEntry, Defaulted>>;

/** The subject as it was written: valid against the schema, before defaults. Rules judge this, not what we added. */
export interface SubjectInFile extends Omit<Subject, 'against' | 'server' | 'fails' | 'warns'> {
  against?: Against[];
  server?: Omit<ServerSection, 'clients'> & { clients?: Record<string, ClientEntryInFile> };
  fails?: Declared[];
  warns?: Declared[];
}
