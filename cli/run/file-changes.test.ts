import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Declared, Subject } from '../../connection/subject.js';
import type { Verdict } from '../../fixtures/verdict/verdict.js';
import { sampleResult, sampleSubject } from '../../results/sample-results.js';
import type { PreparedSubject } from '../prepare-subjects.js';
import { changesOf, nothing, toldChanges } from './file-changes.js';

const day = '2026-06-15';
const reason = 'found by proofkey on 2026-06-15; say why it is so';

/** A client as it met a persona, or none: with the verdicts of its requirements. */
function meeting(fails: Declared[], verdicts: Record<string, Verdict>, profile?: string) {
  const subject: Subject = { version: 1, against: [], fails, warns: [] };
  const loaded = { file: 'a.yaml', name: 'a', subject, text: '', locate: () => 'a.yaml:1:1' };
  const own = fails.filter((entry) =>
    profile === undefined ? entry.profile === undefined : [entry.profile].flat().includes(profile),
  );
  const rows = Object.entries(verdicts).map(([id, verdict]) => sampleResult(id, { verdict }));
  const meets = profile === undefined ? {} : { meets: { client: 'a', profile } };
  return {
    prepared: { loaded, file: 'a.yaml' } as unknown as PreparedSubject,
    results: sampleSubject(rows, { fails: own, ...meets }),
  };
}

test('what a file declares is told apart from what it does not', () => {
  const fails = [{ id: 'server/a/gone' }, { id: 'server/a/known' }];
  const changes = changesOf(
    [meeting(fails, { 'server/a/gone': 'pass', 'server/a/known': 'fail', 'server/a/new': 'fail' })],
    day,
  );
  assert.deepEqual(changes.fails.add, [{ id: 'server/a/new', reason }]);
  assert.deepEqual(changes.fails.remove, [{ index: 0 }]);
  assert.equal(
    toldChanges(changes),
    '  + fails server/a/new\n  - fails server/a/gone\n  Each new entry wants its reason, and best an owner and a date (until).',
  );
});

test('what several personas show is one entry, and each takes out what is its own', () => {
  const fails: Declared[] = [
    { id: 'client/a/both', profile: ['slack', 'github', 'notion'], reason: 'r' },
    { id: 'client/a/both' },
    { id: 'client/a/one', profile: 'slack' },
    { id: 'client/a/all', profile: ['slack', 'github'] },
  ];
  const verdicts = {
    'client/a/both': 'pass',
    'client/a/one': 'pass',
    'client/a/all': 'pass',
    'client/a/new': 'fail',
  } as const;
  const changes = changesOf(
    [meeting(fails, { ...verdicts, 'client/a/slack': 'fail' }, 'slack'), meeting(fails, verdicts, 'github')],
    day,
  );
  assert.deepEqual(changes.fails.add, [
    { id: 'client/a/new', profile: ['slack', 'github'], reason },
    { id: 'client/a/slack', profile: 'slack', reason },
  ]);
  assert.deepEqual(
    [...changes.fails.remove].sort((a, b) => a.index - b.index),
    [{ index: 0, profiles: ['slack', 'github'] }, { index: 2 }, { index: 3 }],
  );
  assert.match(toldChanges(changes), /- fails client\/a\/both \(profile slack, github\)/);
});

test('what a built-in profile declares stands in no file', () => {
  const judged = meeting([], { 'server/a/b': 'pass' });
  const results = sampleSubject(judged.results.requirements, { fails: [{ id: 'server/a/b' }] });
  assert.ok(nothing(changesOf([{ ...judged, results }], day)));
});

test('where all is as declared there is nothing to change', () => {
  assert.ok(nothing(changesOf([meeting([{ id: 'server/a/b' }], { 'server/a/b': 'fail' })], day)));
});
