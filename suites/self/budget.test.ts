import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import type { DeclaredLimit } from '../../connection/subject.js';
import type { RequirementResult } from '../../fixtures/verdict/result.js';
import { isOverBudget } from '../../results/over-budget.js';
import type { SubjectResults } from '../../results/run-results.js';
import { assertPresentable } from './presentable.js';
import { type Finished, requirementsOf, runProofkey } from './proofkey-process.js';
import { type Gate, mockBehindProxy } from './servers/mock-behind-proxy.js';
import { RateLimiter, tooMany } from './servers/rate-limiter.js';
import { subjectAt, subjectFile } from './subject-files.js';

const jobway: DeclaredLimit = { requests: 20, perSeconds: 900, counts: ['token', 'registration'] };

/** A correct server behind `gate`, judged as one that declares `rateLimit`. */
async function judged(t: TestContext, gate: Gate, rateLimit: DeclaredLimit, words: string[] = []) {
  const { issuer } = await mockBehindProxy(t, () => undefined, { gate });
  const run = await runProofkey(t, [...words, subjectFile(t, subjectAt(issuer, { auth: { rateLimit } }))]);
  assertPresentable(run);
  return { run, rows: requirementsOf(run), subject: run.results?.subjects[0] as SubjectResults };
}

/** The rows about the manifest itself are left out: what they find is not the matter here. */
const ofServer = ['--only', 'server/**', '--only', 'resource/**'];
const only = (...globs: string[]) => globs.flatMap((glob) => ['--only', glob]);

function told(rows: readonly RequirementResult[]): string[] {
  return rows.map(({ id, verdict, message }) => `${id}: ${verdict} ${message ?? ''}`);
}

function assertDecidedOrSkipped(run: Finished, rows: readonly RequirementResult[]): void {
  assert.deepEqual(told(rows.filter((row) => row.verdict !== 'pass' && !isOverBudget(row))), []);
  assert.equal(run.code, 0, run.stdout);
}

describe('a declared rate limit', () => {
  test('of 20 token and registration requests in 15 minutes is never gone beyond; the rest is skipped', async (t) => {
    const limiter = new RateLimiter(['/token', '/register'], jobway);
    const { run, rows, subject } = await judged(t, limiter.gate, jobway, ofServer);
    assert.equal(limiter.violations, 0);
    assert.ok(limiter.arrivals.length > 15, `only ${limiter.arrivals.length} of 20 requests were made`);
    assertDecidedOrSkipped(run, rows);
    assert.equal(subject.budget?.requests, limiter.arrivals.length);
    const skipped = rows.filter(isOverBudget);
    assert.equal(subject.budget?.skipped, skipped.length);
    const count =
      /^budget: needs (up to|at least) \d+ token or registration requests?, \d+ (was|were) left of 20 in 900 s \(connection\.auth\.rateLimit\)$/;
    for (const { message } of skipped) assert.match(message ?? '', count);
    assert.match(run.stdout, /\d+ token or registration requests made, of 20 in 900 s/);
    assert.match(run.stdout, /no finding, \d+ not covered by the rate limit/);
    assertWorthFirst(rows);
  });

  test('of 10 at once and so many a second only makes the run slower', async (t) => {
    // Twenty times as fast as what Makenot.work lets through, or the test would take two minutes.
    const limit = { requests: 40, perSeconds: 1, burst: 10 };
    const limiter = new RateLimiter(['/token'], limit);
    const { run, rows, subject } = await judged(t, limiter.gate, { ...limit, counts: ['token'] }, ofServer);
    assert.equal(limiter.violations, 0);
    assert.deepEqual(told(rows.filter(({ verdict }) => verdict !== 'pass')), []);
    assert.equal(run.code, 0);
    assert.ok(limiter.arrivals.length > 150);
    assert.equal(subject.budget?.refused, 0);
    assert.ok((subject.budget?.waitedMs ?? 0) > 0);
  });

  test('of everything ends requirements in the middle, and none of them passes', async (t) => {
    const limit = { requests: 70, perSeconds: 900 };
    const counter = counting();
    const { run, rows } = await judged(t, counter.gate, limit, only('server/pkce/*', 'server/refresh/*'));
    assert.ok(counter.seen <= 70, `${counter.seen} requests`);
    assertDecidedOrSkipped(run, rows);
    assert.ok(rows.some(({ verdict }) => verdict === 'pass'));
    assert.ok(rows.some(isOverBudget));
  });

  test('that does not even cover the metadata decides nothing, and is not green', async (t) => {
    const counter = counting();
    const { run, rows } = await judged(
      t,
      counter.gate,
      { requests: 4, perSeconds: 900 },
      only('server/token/*'),
    );
    assert.ok(counter.seen <= 4, `${counter.seen} requests`);
    assert.deepEqual(told(rows.filter((row) => !isOverBudget(row))), []);
    assert.equal(run.code, 3, run.stdout);
  });

  test('holds when a worker is replaced: what the one before it sent is not forgotten', async (t) => {
    const limiter = new RateLimiter(['/token'], { requests: 12, perSeconds: 900 });
    const { issuer } = await mockBehindProxy(t, () => undefined, { gate: limiter.gate });
    const rateLimit: DeclaredLimit = { requests: 12, perSeconds: 900, counts: ['token'] };
    // Stale declarations are red to Playwright, which then starts a new worker.
    const fails = ['server/pkce/challenge-as-verifier', 'server/pkce/verifier-missing'].map((id) => ({ id }));
    const subject = { ...subjectAt(issuer, { auth: { rateLimit } }), fails };
    const run = await runProofkey(t, [...only('server/pkce/*'), subjectFile(t, subject)]);
    assert.equal(run.results?.subjects[0]?.outcome.stale.length, 2);
    assert.equal(limiter.violations, 0);
    assert.equal(run.results?.subjects[0]?.budget?.requests, limiter.arrivals.length);
  });

  test('does not hide what a server does wrong', async (t) => {
    const { issuer } = await mockBehindProxy(t, () => undefined, { faults: ['as-pkce-skip-verify'] });
    const file = subjectFile(t, subjectAt(issuer, { auth: { rateLimit: jobway } }));
    const run = await runProofkey(t, [...only('server/pkce/*', 'server/state/*'), file]);
    assert.equal(run.code, 1);
    const failed = requirementsOf(run).filter(({ verdict }) => verdict === 'fail');
    assert.ok(
      failed.some(({ id }) => id === 'server/pkce/s256-verifier-mismatch'),
      run.stdout,
    );
  });

  test('is one for all subject files of a server', async (t) => {
    const limiter = new RateLimiter(['/token'], { requests: 8, perSeconds: 900 });
    const { issuer } = await mockBehindProxy(t, () => undefined, { gate: limiter.gate });
    const rateLimit: DeclaredLimit = { requests: 8, perSeconds: 900, counts: ['token'] };
    const files = ['one.yaml', 'two.yaml'].map((name) =>
      subjectFile(t, subjectAt(issuer, { auth: { rateLimit } }), name),
    );
    const run = await runProofkey(t, [...only('server/pkce/*', 'server/metadata/*'), ...files]);
    assert.equal(limiter.violations, 0);
    assert.equal(run.code, 0, run.stdout);
    for (const { requirements } of run.results?.subjects ?? []) assertDecidedOrSkipped(run, requirements);
  });
});

describe('429 although the declared limit is kept', () => {
  test('is waited out for as long as Retry-After says', async (t) => {
    const limiter = retryInASecond(20);
    const { run, rows, subject } = await judged(
      t,
      limiter.gate,
      { requests: 1000, perSeconds: 10, counts: ['token'] },
      only('server/pkce/*', 'server/token/*'),
    );
    assert.ok(limiter.refused > 0);
    assert.equal(limiter.impatient, 0);
    assert.equal(subject.budget?.refused, limiter.refused);
    assert.deepEqual(told(rows.filter(({ verdict }) => verdict !== 'pass')), []);
    assert.equal(run.code, 0);
    assert.match(run.stdout, /answered with 429: the\s+declared limit is too high, or others use it up/);
  });

  test('for ever is not decided, and not green', async (t) => {
    let asked = 0;
    const { run, rows } = await judged(
      t,
      ({ path }) => {
        if (path !== '/token') return undefined;
        asked++;
        return tooMany({ 'retry-after': '1' });
      },
      jobway,
      only('server/pkce/*', 'server/metadata/*'),
    );
    assert.equal(run.code, 3, run.stdout);
    const needing = rows.filter(({ id }) => id.startsWith('server/pkce/'));
    assert.deepEqual(told(needing.filter(({ verdict }) => verdict !== 'inconclusive')), []);
    for (const { message } of needing)
      assert.match(message ?? '', /429 .*the declared limit .*is too high, or others use it up/);
    // It is not asked again and again by each requirement.
    assert.ok(asked <= needing.length + 2, `${asked} requests`);
  });
});

/** Whatever was skipped, nothing less severe that needs as much was preferred to it. */
function assertWorthFirst(rows: readonly RequirementResult[]): void {
  const spent = rows.filter(({ verdict, spent }) => verdict === 'pass' && (spent?.test ?? 0) > 0);
  assert.ok(spent.length > 3);
  for (const { id, severity } of spent) assert.equal(severity, 'critical', id);
}

/** Lets everything pass, and counts it. */
function counting() {
  const counter = { seen: 0 };
  const gate: Gate = () => {
    counter.seen++;
    return undefined;
  };
  return Object.assign(counter, { gate });
}

/** Answers each so-many-th token request with 429 and Retry-After: 1, and sees who comes back too early. */
function retryInASecond(each: number) {
  const seen = { count: 0, refused: 0, impatient: 0, refusedAt: Number.NEGATIVE_INFINITY };
  const gate: Gate = ({ path }) => {
    if (path !== '/token') return undefined;
    const since = performance.now() - seen.refusedAt;
    // Those that were under way do not know of it yet.
    if (since > 300 && since < 1000) seen.impatient++;
    if (++seen.count % each !== 0) return undefined;
    seen.refused++;
    seen.refusedAt = performance.now();
    return tooMany({ 'retry-after': '1' });
  };
  return Object.assign(seen, { gate });
}
