import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { stringify } from 'yaml';
import { hostileAdapters } from './hostile/clients.js';
import { dashed, judged, negativesWon } from './hostile/judged.js';
import { throwAwayAdapter } from './throw-away-adapter.js';

const rows = ['client/code/login-completes', 'client/state/mismatch'];
const words = rows.flatMap((id) => ['--only', id]);

/** Those that say no more than they have to: what they do beside it does not keep them from being judged. */
const judgedAllTheSame = ['answers-twice', 'correct'];

test('a hostile client wins nothing, ends nothing, and leaves nothing behind', async (t) => {
  const adapters = { ...hostileAdapters, correct: '' };
  const files = Object.entries(adapters).map(([name, change]) => {
    const driver = { stdio: [process.execPath, throwAwayAdapter(t, change)] };
    return subjectFile(t, name, { driver, timeLimitSeconds: 3 });
  });
  const { subjects, run } = await judged(t, { files: [...files, await goingRound(t)], words, seconds: 110 });
  assert.equal(run.code, 1);
  for (const [name, subject] of subjects)
    await t.test(name, () => {
      assert.deepEqual(subject.outcome.crashed, []);
      if (judgedAllTheSame.includes(name)) assert.equal(subject.outcome.exitCode, 0);
      else {
        assert.notEqual(subject.outcome.exitCode, 0);
        assert.deepEqual(negativesWon(subject), []);
      }
    });
  for (const name of Object.keys(adapters)) assert.ok(subjects.has(dashed(name)), name);
});

/** A web application whose pages lead from one to the next. */
async function goingRound(t: TestContext): Promise<string> {
  let page = 0;
  const server = createServer(
    (_request, response) => void response.writeHead(302, { location: `/${page++}` }).end(),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const http = { startUrl: `${origin}/login`, statusUrl: `${origin}/`, authenticated: 'in' };
  const client = { issuer: 'http://127.0.0.1:29417', clientId: 'app', clientSecret: 'h0stile-test-secret' };
  const redirectUrl = `${origin}/callback`;
  return subjectFile(t, 'goes round', { driver: { http }, ...client, redirectUrl, timeLimitSeconds: 3 });
}

function subjectFile(t: TestContext, name: string, client: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'proofkey-hostile-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, `${dashed(name)}.yaml`);
  writeFileSync(file, stringify({ version: 1, client }));
  return file;
}
