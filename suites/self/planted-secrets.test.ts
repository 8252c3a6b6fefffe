import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Subject } from '../../connection/subject.js';
import { leakedAt, leakingAdapter } from './clients/leaking.js';
import { type Finished, ProofkeyProcess, requirementsOf } from './proofkey-process.js';
import { SecretsSeen } from './secrets-seen.js';
import { echoing } from './servers/echoing.js';
import { type Interceptor, mockBehindProxy, type Passage } from './servers/mock-behind-proxy.js';
import { subjectAt, subjectFile } from './subject-files.js';
import { textsBelow } from './texts-below.js';

/** Characters that every encoding writes differently. */
const planted = {
  post: 'planted post+secret & "quoted" 100% /\\ <x>=:',
  confidential: "planted-basic+secret: 'quoted' & 50% / <y>=\"",
  password: 'planted password+ & "quoted" 7% /\\ <z>=:ü',
};

/** Faults after which secrets stand where they do not belong, or findings show the exchanges in which they travel. */
const leaky = [
  'as-code-reusable',
  'as-pkce-skip-verify',
  'as-redirect-any',
  'as-rotation-keeps-old',
  'as-secret-case-blind',
  'rs-query-token',
];

test('no secret of a run with findings is written or shown', async (t) => {
  const run = await recordedRun(t, leaky, ['--verbose']);
  const fails = requirementsOf(run).filter(({ verdict }) => verdict === 'fail');
  assert.ok(fails.length >= leaky.length, `only ${fails.map(({ id }) => id)} failed`);
  const shown = JSON.stringify(fails.map(({ evidence }) => evidence));
  for (const name of [
    'code',
    'code_verifier',
    'access_token',
    'refresh_token',
    'secret',
    'cookie',
    'credentials',
  ])
    assert.match(shown, new RegExp(`<${name}:[0-9a-f]{8}>`), `evidence has a fingerprint for ${name}`);
});

test('nor when a server answers in an encoding of its own, and stdout is the whole result', async (t) => {
  const run = await recordedRun(
    t,
    ['as-token-form-response', 'as-error-page-xss'],
    ['--format', 'json', '--only', 'server/token/*', '--only', 'server/c*/*', '--only', 'server/injection/*'],
  );
  assert.equal(run.code, 1);
});

test('nor when a server writes all that it hears and says into places where it does not belong', async (t) => {
  const run = await recordedRun(t, leaky, ['--verbose', '--format', 'markdown'], echoing);
  const fails = requirementsOf(run).filter(({ verdict }) => verdict === 'fail');
  assert.ok(fails.length >= leaky.length, `only ${fails.map(({ id }) => id)} failed`);
  const shown = JSON.stringify(fails.map(({ evidence }) => evidence));
  assert.match(shown, /"x-debug","[^"]*<code:[0-9a-f]{8}>/, 'what the server repeats is in the evidence');
  assert.match(shown, /\\"received\\":\[\\"<\w+:[0-9a-f]{8}>/);
});

test('nor when a client writes all that it has into its log and its answers', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'proofkey-leaking-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const told = join(folder, 'seen.jsonl');
  const driver = { stdio: [process.execPath, leakingAdapter(t, told)] };
  const subject = subjectFile(t, { version: 1, client: { driver } }, 'client.yaml');
  const proofkey = new ProofkeyProcess(t, ['run', '--verbose', subject]);
  const snapshots = new Map<string, string>();
  proofkey.onError(() => {
    for (const [path, text] of textsBelow(proofkey.temporary)) snapshots.set(path, text);
  });
  const run = await proofkey.finished();
  const fails = requirementsOf(run).filter(({ verdict }) => verdict === 'fail');
  assert.ok(fails.length >= 5, `only ${fails.map(({ id }) => id)} failed`);
  assert.match(JSON.stringify(fails), /debug <\w+:[0-9a-f]{8}>/, 'what the client wrote is in the evidence');
  const seen = new SecretsSeen();
  for (const [name, value] of leakedAt(told)) seen.plant(name, value);
  assert.ok(seen.kinds.size >= 5, `the client had ${[...seen.kinds]}`);
  const { stdout, stderr } = run;
  const left = Object.fromEntries([...snapshots, ...textsBelow(proofkey.folder)]);
  assert.deepEqual(seen.foundIn({ stdout, stderr, ...left }), []);
});

/** A run on the mock with every secret planted or seen on the wire, which are then searched for in all it left. */
async function recordedRun(
  t: TestContext,
  faults: string[],
  words: string[],
  answer: Interceptor = () => undefined,
): Promise<Finished> {
  const seen = new SecretsSeen();
  const snapshots = new Map<string, string>();
  let proofkey: ProofkeyProcess | undefined;
  const record = (passage: Passage) => {
    seen.learn(passage);
    // The plan and what the workers hand over are gone when the run is: they are read while it goes on.
    if (proofkey !== undefined && seen.passages % 25 === 0)
      for (const [path, text] of textsBelow(proofkey.temporary)) snapshots.set(path, text);
    return answer(passage);
  };
  const { password, ...secrets } = planted;
  const { issuer } = await mockBehindProxy(t, record, { secrets, password, faults });
  for (const [name, value] of Object.entries(planted)) seen.plant(name, value);
  proofkey = new ProofkeyProcess(t, ['run', ...words, subjectFile(t, withReferences(subjectAt(issuer)))], {
    POST_SECRET: planted.post,
    BASIC_SECRET: planted.confidential,
    LOGIN_PASSWORD: planted.password,
  });
  const run = await proofkey.finished();
  const left = new Map([...snapshots, ...textsBelow(proofkey.folder)]);
  const files = [
    'plan.json',
    'collected.jsonl',
    'results.json',
    'junit.xml',
    'results.sarif',
    'summary.md',
    'badge.svg',
  ];
  for (const file of files)
    assert.ok(
      [...left.keys()].some((path) => path.endsWith(file)),
      `${file} was read`,
    );
  const { stdout, stderr } = run;
  assert.deepEqual(seen.foundIn({ stdout, stderr, ...Object.fromEntries(left) }), []);
  assert.ok(seen.kinds.size >= 9, `seen on the wire: ${[...seen.kinds]}`);
  return run;
}

function withReferences(subject: Subject): Subject {
  const server = subject.server ?? {};
  const clients = structuredClone(server.clients ?? {});
  for (const [name, variable] of [
    ['post', 'POST_SECRET'],
    ['confidential', 'BASIC_SECRET'],
  ] as const)
    if (clients[name] !== undefined) clients[name].clientSecret = `\${${variable}}`;
  assert.ok(typeof server.login === 'object');
  const fields = { ...server.login.fields, password: `\${LOGIN_PASSWORD}` };
  return { ...subject, server: { ...server, clients, login: { ...server.login, fields } } };
}
