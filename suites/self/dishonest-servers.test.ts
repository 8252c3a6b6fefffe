import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import type { RequirementResult } from '../../fixtures/verdict/result.js';
import type { SubjectResults } from '../../results/run-results.js';
import { isNegativeWon } from './negative-won.js';
import { assertPresentable } from './presentable.js';
import { type Finished, requirementsOf, runProofkey } from './proofkey-process.js';
import { dishonestServers, lockingOutAfter } from './servers/dishonest.js';
import { listening } from './servers/listening.js';
import { mockBehindProxy } from './servers/mock-behind-proxy.js';
import { endpointsAt, subjectAt, subjectFile } from './subject-files.js';

test('a server that serves nobody wins nothing by it', async (t) => {
  const behaviours = Object.entries(dishonestServers);
  const files = behaviours.map(async ([behaviour, listener]) => {
    const origin = await listening(t, listener);
    const subject = subjectAt(origin, { auth: endpointsAt(origin) });
    return subjectFile(t, subject, `${behaviour.replaceAll(' ', '-')}.yaml`);
  });
  // One run for all of them: starting the harness takes longer than judging a server that refuses.
  const run = await runProofkey(t, await Promise.all(files));
  assert.equal(run.code, 1);
  assertPresentable(run);
  for (const [index, [behaviour]] of behaviours.entries())
    await t.test(behaviour, () => {
      const subject = run.results?.subjects[index] as SubjectResults;
      assert.deepEqual(negativesWon(subject.requirements), []);
      // An honest client gets nothing: that is a finding, not just doubt.
      assert.equal(subject.outcome.exitCode, 1);
      assert.ok(subject.outcome.undeclared.includes('server/authz-request/code-roundtrip'));
      assert.deepEqual(subject.outcome.crashed, []);
      assertControlsFirst(section(run, subject.name));
    });
});

/** It is correct, until somebody has made a few bad requests: then it refuses everybody, and everything. */
describe('a server that locks everybody out', () => {
  const decided = [
    'server/authz-request/*',
    'server/client-auth/*',
    'server/code/*',
    'server/pkce/*',
    'server/token/*',
  ];
  const only = decided.flatMap((glob) => ['--only', glob]);

  test('after three bad requests wins nothing', async (t) => {
    const { run } = await judgedWhileLockingOut(t, 3, []);
    assert.deepEqual(negativesWon(requirementsOf(run)), []);
  });

  test('in the middle of the run wins only what was shown before', async (t) => {
    const { run, lockedAt } = await judgedWhileLockingOut(t, 12, only);
    const won = requirementsOf(run).filter(isNegativeWon);
    const shownBefore = ({ controls }: RequirementResult) =>
      controls.length === 2 && controls.every(({ passed, at }) => passed && at <= lockedAt);
    assert.deepEqual(ids(won.filter((result) => !shownBefore(result))), []);
  });

  async function judgedWhileLockingOut(t: TestContext, tolerated: number, words: string[]) {
    let lockedAt = Number.POSITIVE_INFINITY;
    const { issuer } = await mockBehindProxy(
      t,
      lockingOutAfter(tolerated, () => {
        lockedAt = Date.now();
      }),
    );
    const run = await runProofkey(t, [...words, subjectFile(t, subjectAt(issuer))]);
    assert.ok(Number.isFinite(lockedAt), 'the lock fell');
    const { undeclared = [] } = run.results?.subjects[0]?.outcome ?? {};
    assert.equal(run.code, undeclared.length > 0 ? 1 : 3);
    assertPresentable(run);
    assertControlsFirst(run.stdout);
    return { run, lockedAt };
  }
});

function negativesWon(requirements: readonly RequirementResult[]): string[] {
  assert.ok(
    requirements.filter(({ negative }) => negative).length > 40,
    'negative requirements were part of the run',
  );
  return ids(requirements.filter(isNegativeWon));
}

function ids(requirements: readonly RequirementResult[]): string[] {
  return requirements.map(({ id }) => id);
}

/** The part of the report that is about one subject. */
function section({ stdout }: Finished, name: string): string {
  const start = stdout.indexOf(`✗ ${name}  `);
  assert.ok(start >= 0, `the report names ${name}`);
  const end = stdout.indexOf('\n✗ ', start);
  return stdout.slice(start, end < 0 ? undefined : end);
}

/** As long as an honest client does not get through, nothing else says anything: so that comes first. */
function assertControlsFirst(report: string): void {
  const headings = report.match(/^ {2}[A-Z][A-Z ]+$/gm)?.map((heading) => heading.trim());
  assert.equal(headings?.[0], 'CONTROLS THAT FAILED');
  // Those on which most rests stand first: which, depends on when a server locked everybody out.
  assert.match(report, /CONTROLS THAT FAILED\n(?:.+\n)*?\s+✗ server\/authz-request\/code-roundtrip/);
}
