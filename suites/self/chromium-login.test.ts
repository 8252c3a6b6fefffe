import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { type TestContext, test } from 'node:test';
import { assertRefused } from './presentable.js';
import { runProofkey, verdictsOf } from './proofkey-process.js';
import { mockBehindProxy } from './servers/mock-behind-proxy.js';
import { scriptedPages } from './servers/scripted-pages.js';
import { mockSubject, subjectAt, subjectFile } from './subject-files.js';

/** One worker: a second Chromium would take longer to start than it saves. */
const chosen = (ids: readonly string[]) => ['--workers', '1', ...ids.flatMap((id) => ['--only', id])];

/** The client of the connection only: each further one is one more login for most requirements. */
const clients = onlyOwn(mockSubject().server?.clients ?? {});

test('Chromium gets through the pages of the mock, and sees what the browser without window sees', async (t) => {
  const subject = mockSubject();
  assert.ok(typeof subject.server?.login === 'object');
  subject.server.login.browser = true;
  subject.server.clients = clients;
  const ids = [
    'server/authz-request/code-roundtrip',
    'server/authz-request/consent-denied',
    'server/code/single-use',
    'server/redirect-uri/unregistered-host',
  ];
  const run = await runProofkey(t, [...chosen(ids), subjectFile(t, subject)]);
  assert.deepEqual(
    verdictsOf(run),
    ids.map((id) => `${id}: pass`),
  );
  assert.equal(run.code, 0);
});

const scripted = [
  'server/authz-request/code-roundtrip',
  'server/authz-request/consent-denied',
  'server/code/single-use',
];

test('pages that script builds: passed in Chromium, and what they load from elsewhere never gets there', async (t) => {
  const stranger = await countingListener(t, '127.0.0.2');
  const { issuer } = await mockBehindProxy(t, scriptedPages(stranger.url));
  const file = subjectFile(t, subjectAt(issuer, { login: { browser: true }, server: { clients } }));
  const run = await runProofkey(t, [...chosen(scripted), file]);
  assert.deepEqual(
    verdictsOf(run),
    scripted.map((id) => `${id}: pass`),
    run.stdout,
  );
  assert.equal(run.code, 0);
  assert.equal(stranger.connections(), 0, 'connections to a host that the file does not name');
});

test('the same pages without Chromium: the run ends before it began, and names what to add', async (t) => {
  const { issuer } = await mockBehindProxy(t, scriptedPages('http://127.0.0.2:9'));
  // The control itself: against a correct server it must not become a finding.
  const run = await runProofkey(t, [
    ...chosen(['server/authz-request/code-roundtrip']),
    subjectFile(t, subjectAt(issuer)),
  ]);
  assertRefused(run, /subject\.yaml:\d+:\d+ server\.login\.fields: /, /browser: true/);
});

function onlyOwn<Entry>({ native }: Record<string, Entry>): Record<string, Entry> {
  assert.ok(native !== undefined);
  return { native };
}

/** Counts connections, not requests: opening one is contact enough. */
async function countingListener(
  t: TestContext,
  host: string,
): Promise<{ url: string; connections: () => number }> {
  let connections = 0;
  const server = createServer((socket) => {
    connections++;
    socket.destroy();
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, host, resolve));
  t.after(() => server.close());
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  return { url: `http://${host}:${address.port}`, connections: () => connections };
}
