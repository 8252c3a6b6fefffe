import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { loadSubject } from '../../connection/load-subject.js';
import type { ConnectionAuth, LoginForm, ServerSection, Subject } from '../../connection/subject.js';

/** The subject that `proofkey run` judges without a file. */
export const builtInFile = fileURLToPath(new URL('../../fixtures/subjects/mock.yaml', import.meta.url));

export function mockSubject(): Subject {
  return loadSubject(builtInFile).subject;
}

export interface Changes {
  auth?: Partial<ConnectionAuth>;
  server?: Partial<ServerSection>;
  login?: Partial<LoginForm>;
  fails?: Subject['fails'];
}

/** The built-in subject's clients and login at another origin that has the mock's paths. */
export function subjectAt(origin: string, changes: Changes = {}): Subject {
  const subject = mockSubject();
  const { mock: _mock, ...server } = subject.server ?? {};
  const { connection } = subject;
  if (connection === undefined || typeof server.login !== 'object')
    throw new Error('the built-in subject has changed');
  return {
    ...subject,
    connection: { ...connection, auth: { ...connection.auth, issuer: origin, ...changes.auth } },
    server: {
      ...server,
      resourceUrl: `${origin}/resource`,
      scopedResource: { url: `${origin}/resource/scoped`, scope: 'write' },
      resourceIndicators: {
        first: `${origin}/resource`,
        second: `${origin}/resource-2`,
        secondUrl: `${origin}/resource-2`,
      },
      login: { ...server.login, ...changes.login },
      ...changes.server,
    },
    fails: changes.fails ?? [],
  };
}

/** Every endpoint by hand, for a server whose metadata say nothing. */
export function endpointsAt(origin: string): Partial<ConnectionAuth> {
  return {
    authorizationUrl: `${origin}/authorize`,
    tokenUrl: `${origin}/token`,
    revocationUrl: `${origin}/revoke`,
    introspectionUrl: `${origin}/introspect`,
    userinfoUrl: `${origin}/userinfo`,
    jwksUrl: `${origin}/jwks`,
  };
}

/** Writes a subject file for the time of the test, and returns its path. What may be left out, may be. */
export function subjectFile(
  t: Pick<TestContext, 'after'>,
  subject: Pick<Subject, 'version'> & Partial<Subject>,
  name = 'subject.yaml',
): string {
  const folder = mkdtempSync(join(tmpdir(), 'proofkey-subject-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, name);
  writeFileSync(file, stringify(subject));
  return file;
}
