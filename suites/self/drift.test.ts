import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Subject } from '../../connection/subject.js';
import { loadProfile } from '../../mock-provider/index.js';
import type { SubjectResults } from '../../results/run-results.js';
import { readCatalogue } from '../catalogue.js';
import { agreements, type Contradiction, contradictions, seeds } from './contradictions.js';
import { assertPresentable } from './presentable.js';
import { type Finished, requirementsOf, runProofkey } from './proofkey-process.js';
import { playedConnection } from './servers/played-connection.js';
import { readSource } from './sources.js';
import { subjectFile } from './subject-files.js';

type Ending = Parameters<typeof subjectFile>[0];

const requirements = readCatalogue().flatMap(({ id, role }) => (role === 'connection' ? [id] : []));
const cases = Object.entries({ ...agreements, ...contradictions, ...seeds });
/** Cases of one run; each run has a time limit. */
const together = 12;

describe('a connection and its server:', () => {
  const ends: (() => unknown)[] = [];
  const runs: Finished[] = [];

  before(async () => {
    const t = { after: (end: () => unknown) => void ends.push(end) };
    const files = await Promise.all(cases.map(([name, one]) => fileOf(t, name, one)));
    for (let begin = 0; begin < files.length; begin += together)
      runs.push(await runProofkey(t, [...files.slice(begin, begin + together), '--only', 'connection/**']));
  });
  after(async () => {
    for (const end of ends) await end();
  });

  const resultsOf = (name: string): SubjectResults => {
    const index = cases.findIndex(([one]) => one === name);
    const run = runs[Math.floor(index / together)];
    const found = run?.results?.subjects[index % together];
    assert.ok(found !== undefined, run?.stderr);
    return found;
  };

  for (const [name, { fails = {}, warns = [], leavesUndecided = false }] of cases)
    test(name, () => {
      const { requirements: rows, outcome } = resultsOf(name);
      const of = (verdict: string) => rows.filter((row) => row.verdict === verdict);
      const ids = (verdict: string) => of(verdict).map(({ id }) => id.replace('connection/', ''));
      assert.deepEqual(ids('fail'), Object.keys(fails));
      assert.deepEqual(ids('warn'), warns);
      assert.deepEqual(outcome.crashed, []);
      if (!leavesUndecided) assert.deepEqual(ids('inconclusive'), []);
      for (const { id, findings } of of('fail')) {
        const named = findings.flatMap(({ drift }) => drift?.field ?? []).map(lessSection);
        assert.deepEqual(named, fails[id.replace('connection/', '')]);
      }
    });

  test('the page for provider integrators has each requirement, and no other', () => {
    const page = readSource('docs/checking-a-connection.md');
    const listed = [...page.matchAll(/^\| `([\w-]+\/[\w-]+)` \|/gm)].map(([, id]) => `connection/${id}`);
    assert.deepEqual(listed.sort(), [...requirements].sort());
  });

  test('each requirement is contradicted by some', () => {
    const caught = cases.flatMap(([, { fails = {}, warns = [] }]) => [...Object.keys(fails), ...warns]);
    assert.deepEqual(
      requirements.filter((id) => !caught.includes(id.replace('connection/', ''))),
      [],
    );
  });

  test('where nothing is contradicted, each passes in some', () => {
    const passed = Object.keys(agreements).flatMap((name) =>
      resultsOf(name).requirements.flatMap(({ id, verdict }) => (verdict === 'pass' ? [id] : [])),
    );
    assert.deepEqual(
      requirements.filter((id) => !passed.includes(id)),
      [],
    );
  });

  test('a finding says where the field stands, and all three columns', () => {
    const name = 'what is required, how errors look, what a refresh brings, and how long a token lives';
    const row = resultsOf(name).requirements.find(({ id }) => id === 'connection/lifetimes/access-token');
    const { place, ...drift } = row?.findings[0]?.drift ?? { field: '' };
    assert.match(place ?? '', /\.yaml:\d+:\d+$/);
    assert.deepEqual(drift, {
      field: 'connection.auth.lifetimes.accessToken',
      declared: '7200 s',
      advertised: '3600 s (expires_in)',
      instead: '3600 s',
    });
    const shown = runs[0]?.stdout ?? '';
    assert.match(shown, /FIELD {9}connection\.auth\.lifetimes\.accessToken/);
    assert.match(shown, /DECLARED {6}7200 s\n +ADVERTISED {4}3600 s \(expires_in\)\n +OBSERVED {6}—/);
    for (const run of runs) assertPresentable(run);
  });
});

test('the strict mock is as its connection says, and a token lives by its clock as long as declared', async (t) => {
  const file = fileURLToPath(new URL('../../fixtures/subjects/drift.yaml', import.meta.url));
  const run = await runProofkey(t, [file, '--only', 'connection/**']);
  assert.equal(run.code, 0, run.stdout);
  const rows = requirementsOf(run);
  assert.deepEqual(
    rows.flatMap(({ id, verdict }) => (verdict === 'pass' ? [] : [id])),
    ['connection/rate-limit/told'],
  );
  const notes = rows.find(({ id }) => id === 'connection/lifetimes/access-token')?.notes.join();
  assert.match(notes ?? '', /declared 3600 s, .*observed 3600 s \(by the clock of the server\)/);
});

/** `connection.auth.tokenUrl` as `tokenUrl`, `server.clients.post.…` as `post`. */
function lessSection(field: string): string {
  return field.replace(/^connection\.auth\./, '').replace(/^server\.clients\.(\w+)\..*$/, '$1');
}

async function fileOf(
  t: Ending,
  name: string,
  { persona, ...contradiction }: Contradiction,
): Promise<string> {
  const subject = persona === undefined ? await contradicted(t, contradiction) : await played(persona);
  return subjectFile(t, subject, `${name.replaceAll(/[^a-z0-9]+/gi, '-')}.yaml`);
}

async function contradicted(t: Ending, { auth, clients, ...deviating }: Contradiction): Promise<Subject> {
  const subject = await playedConnection(t, deviating);
  const { connection, server } = subject;
  if (connection === undefined || server === undefined) throw new Error('the played connection is not whole');
  const changes = auth?.(connection.auth.issuer ?? '') ?? {};
  return {
    ...subject,
    connection: { ...connection, auth: { ...connection.auth, ...changes } },
    server: clients === undefined ? server : { ...server, clients },
  };
}

async function played({ name, change }: NonNullable<Contradiction['persona']>): Promise<Subject> {
  const { connection } = await loadProfile(name);
  const auth = change?.(connection.auth) ?? connection.auth;
  return {
    version: 1,
    against: ['oauth2.0'],
    connection: { ...connection, auth },
    server: { mock: { profile: name } },
    fails: [],
    warns: [],
  };
}
