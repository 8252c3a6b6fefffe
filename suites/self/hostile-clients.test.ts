import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { ClientSection } from '../../connection/subject.js';
import { hostileAdapters } from './hostile/clients.js';
import { dashed, judged, negativesWon } from './hostile/judged.js';
import { listening } from './servers/listening.js';
import { subjectFile } from './subject-files.js';
import { throwAwayAdapter } from './throw-away-adapter.js';

const rows = ['client/code/login-completes', 'client/state/mismatch'];
const words = rows.flatMap((id) => ['--only', id]);

/** Those that say no more than they have to: what they do beside it does not keep them from being judged. */
const judgedAllTheSame = ['answers-twice', 'correct'];

test('a hostile client wins nothing, ends nothing, and leaves nothing behind', async (t) => {
  const adapters = { ...hostileAdapters, correct: '' };
  const files = Object.entries(adapters).map(([name, change]) => {
    const driver = { stdio: [process.execPath, throwAwayAdapter(t, change)] };
    return clientFile(t, name, { driver, timeLimitSeconds: 3 });
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
  const origin = await listening(
    t,
    (_request, response) => void response.writeHead(302, { location: `/${page++}` }).end(),
  );
  const http = { startUrl: `${origin}/login`, statusUrl: `${origin}/`, authenticated: 'in' };
  const client = { issuer: 'http://127.0.0.1:29417', clientId: 'app', clientSecret: 'h0stile-test-secret' };
  const redirectUrl = `${origin}/callback`;
  return clientFile(t, 'goes round', { driver: { http }, ...client, redirectUrl, timeLimitSeconds: 3 });
}

function clientFile(t: TestContext, name: string, client: ClientSection): string {
  return subjectFile(t, { version: 1, client }, `${dashed(name)}.yaml`);
}
