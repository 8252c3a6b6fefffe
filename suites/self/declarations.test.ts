import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Declared } from '../../connection/subject.js';
import type { SubjectResults } from '../../results/run-results.js';
import { assertRefused } from './presentable.js';
import { type Finished, runProofkey } from './proofkey-process.js';
import { mockSubject, subjectFile } from './subject-files.js';

const mismatch = 'server/pkce/s256-verifier-mismatch';
const singleUse = 'server/code/single-use';
const fault = 'as-pkce-skip-verify';
const only = ['--only', 'server/pkce/s256-*', '--only', singleUse];

/** A mock that accepts any verifier, or none that deviates; with what its file declares. */
function mock(
  t: Parameters<typeof subjectFile>[0],
  name: string,
  faults: string[],
  fails: Declared[],
): string {
  const subject = mockSubject();
  return subjectFile(
    t,
    { ...subject, server: { ...subject.server, mock: { faults } }, fails },
    `${name}.yaml`,
  );
}

describe('a subject fails exactly what it declares:', () => {
  let run: Finished;
  const ends: (() => unknown)[] = [];
  const subjects: Record<string, [faults: string[], fails: Declared[]]> = {
    declared: [[fault], [{ id: mismatch, reason: 'ticket 4711' }]],
    undeclared: [[fault], []],
    'fixed-since': [[], [{ id: mismatch }]],
    elsewhere: [[], [{ id: 'server/state/echo-exact' }]],
  };

  before(async () => {
    const t = { after: (end: () => unknown) => ends.push(end) } as unknown as Parameters<typeof mock>[0];
    const files = Object.entries(subjects).map(([name, [faults, fails]]) => mock(t, name, faults, fails));
    run = await runProofkey(t, [...files, ...only]);
    for (const end of ends) await end();
  });

  const outcome = (name: string): SubjectResults['outcome'] => {
    const subject = run.results?.subjects.find((candidate) => candidate.name === name);
    assert.ok(subject !== undefined, run.stderr);
    return subject.outcome;
  };

  test('a declared failure is as declared', () => {
    assert.equal(outcome('declared').exitCode, 0);
  });

  test('an undeclared failure is a finding', () => {
    assert.deepEqual(outcome('undeclared').undeclared, [mismatch]);
    assert.equal(outcome('undeclared').exitCode, 1);
  });

  test('a declared failure that does not show is stale: a mutant survived, or the deviation was fixed', () => {
    assert.deepEqual(outcome('fixed-since').stale, [mismatch]);
    assert.equal(outcome('fixed-since').exitCode, 1);
    assert.match(run.stdout, /STALE DECLARATIONS\n +server\/pkce\/s256-verifier-mismatch/);
  });

  test('a declared failure that was filtered out is undecided', () => {
    assert.deepEqual(outcome('elsewhere').undecided, ['server/state/echo-exact']);
    assert.equal(outcome('elsewhere').exitCode, 0);
  });

  test('results.json is what its schema says', () => {
    const ajv = new Ajv2020({ strict: true, allErrors: true });
    formats.default(ajv);
    const schema = readFileSync(new URL('../../results/results.schema.json', import.meta.url), 'utf8');
    const validate = ajv.compile(JSON.parse(schema) as object);
    assert.ok(validate(run.results), ajv.errorsText(validate.errors));
  });

  test('the run is as red as its worst subject', () => {
    assert.equal(run.code, 1);
    assert.equal(run.results?.exitCode, 1);
  });
});

test('an unknown id is refused before the run, and the nearest one is named', async (t) => {
  const file = mock(t, 'typo', [], [{ id: 'server/pkce/s256-verifier-mismatsh' }]);
  assertRefused(
    await runProofkey(t, [file]),
    new RegExp(`typo\\.yaml:\\d+:\\d+ fails\\[0\\]\\.id: .*did you mean "${mismatch}"`),
  );
});

test('a filter that matches nothing is refused', async (t) => {
  assertRefused(
    await runProofkey(t, ['--only', 'server/code/single-us']),
    new RegExp(`did you mean "${singleUse}"`),
  );
});

test('two files of one name are two subjects', async (t) => {
  const files = [mock(t, 'same', [], []), mock(t, 'same', [], [])];
  const { results, stderr } = await runProofkey(t, [...files, '--only', singleUse]);
  assert.deepEqual(
    results?.subjects.map(({ name }) => name),
    ['same', 'same-2'],
    stderr,
  );
});
