import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RequirementResult } from '../../fixtures/verdict/result.js';
import type { SubjectResults } from '../../results/run-results.js';
import { dashed, judged, serverFile } from './hostile/judged.js';
import { hostileInWords, strangeManners } from './hostile/manners.js';
import { mark } from './hostile/words.js';

/** Rows that read metadata, pages, errors and tokens in all the ways there are. */
const rows = [
  'connection/issuer/identifier',
  'resource/bearer/other-token-kinds',
  'server/authz-request/consent-tamper',
  'server/id-token/signature',
  'server/injection/reflected-html',
  'server/metadata/*',
  'server/pkce/verifier-missing',
  'server/refresh/public-rotated-or-bound',
  'server/revocation/unknown-token-200',
  'server/token/error-shape',
  'server/token/expires-in-number',
];
const words = rows.flatMap((id) => ['--only', id]);
/** Manners with which a correct client still gets all that it is due. */
const harmless = ['a flood of cookies'];
/** Those that let no login through: whatever needs one has nothing to show. */
const withoutLogin = [
  'a page that comes again by itself',
  'a redirect to nowhere',
  'one login page after the other',
];

test('strange metadata, tokens and pages crash nothing, win nothing, and keep nobody from being judged', async (t) => {
  const servers = { ...strangeManners, 'hostile in words': hostileInWords, correct: () => undefined };
  const files = Object.entries(servers).map(([name, intercept]) => serverFile(t, name, intercept));
  const { subjects, run } = await judged(t, { files: await Promise.all(files), words, seconds: 75 });
  assert.equal(run.code, 1);
  const correct = subjects.get('correct') as SubjectResults;
  assert.equal(correct.outcome.exitCode, 0);

  for (const name of Object.keys(servers))
    await t.test(name, () => {
      const { requirements, outcome } = subjects.get(dashed(name)) as SubjectResults;
      assert.equal(requirements.length, correct.requirements.length);
      assert.deepEqual(outcome.crashed, []);
      if (harmless.includes(name)) assert.deepEqual(verdicts(requirements), verdicts(correct.requirements));
      if (withoutLogin.includes(name)) assertNothingWon(requirements);
    });

  await t.test('errors of hostile words are told apart by the clause that they break', () => {
    const hostile = subjects.get('hostile-in-words') as SubjectResults;
    const shape = hostile.requirements.find(({ id }) => id === 'server/token/error-shape');
    assert.equal(shape?.verdict, 'warn');
    assert.match(
      shape.message ?? '',
      new RegExp(`characters that RFC 6749 Appendix A allows; received .*${mark}`, 's'),
    );
    const others = (results: readonly RequirementResult[]) =>
      verdicts(results.filter(({ id }) => id !== 'server/token/error-shape'));
    assert.deepEqual(others(hostile.requirements), others(correct.requirements));
  });
});

function assertNothingWon(requirements: readonly RequirementResult[]): void {
  const loggedIn = requirements.filter(({ control }) => control === 'server/authz-request/code-roundtrip');
  assert.ok(loggedIn.length > 0);
  assert.deepEqual(verdicts(loggedIn.filter(({ verdict }) => verdict === 'pass')), []);
}

function verdicts(requirements: readonly RequirementResult[]): string[] {
  return requirements.map(({ id, verdict }) => `${id}: ${verdict}`);
}
