import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../main.js', import.meta.url));
const token = 'a token with # and % and &'.replaceAll(' ', '+');

function serve(parameters: string[], environment: Record<string, string | undefined> = {}): ChildProcess {
  return spawn(process.execPath, [program, 'serve', '--port', '0', ...parameters], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PROOFKEY_ADMIN_TOKEN: token, ...environment },
  });
}

/** What a stream has said until it says this. */
async function until(stream: NodeJS.ReadableStream | null, pattern: RegExp): Promise<RegExpExecArray> {
  let said = '';
  for await (const chunk of stream ?? []) {
    said += chunk;
    const match = pattern.exec(said);
    if (match !== null) return match;
  }
  throw new Error(`never said ${pattern}: ${said}`);
}

function signIn(link: string): Promise<Response> {
  const { origin, hash } = new URL(link);
  return fetch(`${origin}/_proofkey/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(Object.fromEntries(new URLSearchParams(hash.slice(1)))),
  });
}

test('the banner prints a link that signs in, whatever the token is made of', async (context) => {
  const child = serve([]);
  context.after(() => child.kill());
  const [, link = ''] = await until(child.stdout, /Console +(http\S+)/);
  assert.equal((await signIn(link)).status, 204);
});

test('--open starts the browser with a ticket in place of the token', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'proofkey-open-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const [browser, seen] = [join(folder, 'browser'), join(folder, 'seen')];
  writeFileSync(browser, `#!/bin/sh\nprintf '%s' "$1" > ${seen}.part && mv ${seen}.part ${seen}\n`);
  chmodSync(browser, 0o755);
  const child = serve(['--open'], { BROWSER: browser });
  context.after(() => child.kill());
  for (let count = 0; count < 100 && !existsSync(seen); count++) await delay(50);
  const link = readFileSync(seen, 'utf8');
  assert.match(link, /^http:\/\/127\.0\.0\.1:\d+\/_proofkey\/console#ticket=[\w-]{43}$/);
  assert.equal((await signIn(link)).status, 204);
  assert.equal((await signIn(link)).status, 401, 'it opens one session');
});

test('without --open no browser starts, and where none can start the server is up all the same', async (context) => {
  const child = serve(['--open'], { BROWSER: '/nowhere/browser' });
  context.after(() => child.kill());
  const [, link = ''] = await until(child.stdout, /Console +(http\S+)/);
  await until(child.stderr, /no browser opened \(.*ENOENT.*\); follow the link above/);
  assert.equal((await signIn(link)).status, 204);
});

test('--open where the console is off is wrong usage', async () => {
  const child = serve(['--open', '--host', '0.0.0.0'], { PROOFKEY_ADMIN_TOKEN: undefined });
  const [said] = await Promise.all([until(child.stderr, /.*\n/), once(child, 'exit')]);
  assert.match(said[0], /--open opens the console, which is off on host 0\.0\.0\.0/);
  assert.equal(child.exitCode, 2);
});
