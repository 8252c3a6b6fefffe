import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { assertRefused } from './presentable.js';
import { runProofkey } from './proofkey-process.js';
import { silent } from './servers/dishonest.js';
import { listening } from './servers/listening.js';
import { mockBehindProxy } from './servers/mock-behind-proxy.js';
import { endpointsAt, mockSubject, subjectAt, subjectFile } from './subject-files.js';

const untouched = () => undefined;

test('nothing listens: exit 2 with the place of the address in the file', async (t) => {
  const origin = await deadOrigin();
  const file = subjectFile(t, subjectAt(origin));
  const run = await runProofkey(t, [file]);
  assertRefused(
    run,
    /subject\.yaml:\d+:\d+ connection\.auth\.issuer: .*connection was refused; is the server running\?/,
  );
});

test('a server that takes requests and never answers ends the run before it began', async (t) => {
  const origin = await listening(t, silent);
  const run = await runProofkey(t, [subjectFile(t, subjectAt(origin, { auth: endpointsAt(origin) }))]);
  assertRefused(run, /subject\.yaml:\d+:\d+ connection\.auth\.\w+: .*no answer/);
  assert.ok(run.seconds < 45, `it took ${run.seconds} s`);
});

test('a wrong client secret names the client and its place in the file', async (t) => {
  const secrets = { post: 'what-the-server-knows', confidential: 'what-else-it-knows' };
  const { issuer } = await mockBehindProxy(t, untouched, { secrets });
  for (const name of ['post', 'confidential']) {
    const clients = structuredClone(mockSubject().server?.clients ?? {});
    for (const [client, entry] of Object.entries(clients))
      if (entry.clientSecret !== undefined)
        entry.clientSecret = client === name ? 'what-the-file-says' : (secrets[client as 'post'] ?? '');
    const run = await runProofkey(t, [subjectFile(t, subjectAt(issuer, { server: { clients } }))]);
    assertRefused(
      run,
      new RegExp(`subject\\.yaml:\\d+:\\d+ server\\.clients\\.${name}\\.clientSecret: .*invalid_client`),
    );
    assert.doesNotMatch(run.stderr, /what-the-file-says|what-the-server-knows|what-else-it-knows/);
  }
});

test('a login field that is on no page names the field', async (t) => {
  const { issuer } = await mockBehindProxy(t, untouched);
  const fields = { user: 'alice', password: 'wonderland' };
  const run = await runProofkey(t, [subjectFile(t, subjectAt(issuer, { login: { fields } }))]);
  assertRefused(run, /subject\.yaml:\d+:\d+ server\.login\.fields\.user: /, /username/);
});

test('a wrong password is a diagnosis beside the failed control: only the server knows whether it is wrong', async (t) => {
  const { issuer } = await mockBehindProxy(t, untouched);
  const fields = { username: 'alice', password: 'looking-glass' };
  const file = subjectFile(t, subjectAt(issuer, { login: { fields } }));
  const run = await runProofkey(t, [file, '--only', 'server/code/single-use']);
  assert.equal(run.code, 3);
  assert.match(run.stdout, /Diagnosis .*login page came again/s);
});

test('a path at which there is no file', async (t) => {
  assertRefused(
    await runProofkey(t, ['no/such/subject.yaml']),
    /no\/such\/subject\.yaml.*(cannot be read|no such file)/i,
  );
});

/** An address at which something listened a moment ago. */
async function deadOrigin(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  assert.ok(address !== null && typeof address === 'object');
  return `http://127.0.0.1:${address.port}`;
}
