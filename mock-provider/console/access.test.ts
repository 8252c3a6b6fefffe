import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { chromiumPath, startChromium } from '../../fixtures/user-agent/chromium.js';
import { Guard } from '../../fixtures/wire/guard.js';
import { startMockProvider } from '../index.js';
import { adminToken, openDesk, watchedPage } from '../testing/desk.js';
import { send } from '../testing/relying-party.js';

const skip = chromiumPath() === undefined;
const provider = await startMockProvider({ admin: { token: adminToken } });
after(() => provider.close());
const api = `${provider.address}/_proofkey`;
const origin = provider.address;

async function signedIn(body: unknown = { token: adminToken }): Promise<{ status: number; cookie: string }> {
  const { status, headers } = await send(`${api}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status, cookie: headers.getSetCookie()[0] ?? '' };
}

const { cookie: line } = await signedIn();
const cookie = line.split(';')[0] ?? '';

async function play(headers: Record<string, string>): Promise<number> {
  const body = JSON.stringify({ faults: [] });
  const all = { cookie, 'content-type': 'application/json', ...headers };
  return (await send(`${api}/tenants/default/faults`, { method: 'PUT', headers: all, body })).status;
}

test('the token is exchanged for a cookie that no script reads, that no other site sends, and that is not the token', () => {
  assert.match(line, /^proofkey_console_\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/_proofkey$/);
  assert.ok(!line.includes(adminToken));
});

test('a wrong token, a made-up session and an ended one are refused', async () => {
  assert.equal((await signedIn({ token: `${adminToken}x` })).status, 401);
  assert.equal((await signedIn({ token: '' })).status, 400);
  assert.equal((await signedIn({})).status, 401);
  const name = cookie.split('=')[0];
  for (const value of ['', 'x', adminToken, `${cookie.slice(cookie.indexOf('=') + 1)}x`])
    assert.equal((await send(`${api}/tenants`, { headers: { cookie: `${name}=${value}` } })).status, 401);
  const other = (await signedIn()).cookie.split(';')[0] ?? '';
  const headers = { cookie: other, origin };
  assert.equal((await send(`${api}/tenants`, { headers })).status, 200);
  assert.equal((await send(`${api}/session`, { method: 'DELETE', headers })).status, 204);
  assert.equal((await send(`${api}/tenants`, { headers })).status, 401);
});

test('a ticket opens one session, and only who is signed in gets one', async () => {
  assert.equal((await send(`${api}/session/tickets`, { method: 'POST' })).status, 401);
  const headers = { authorization: `Bearer ${adminToken}` };
  const { ticket } = (await send(`${api}/session/tickets`, { method: 'POST', headers })).body;
  assert.equal((await signedIn({ ticket })).status, 204);
  assert.equal((await signedIn({ ticket })).status, 401);
});

test('with the cookie only the page of this origin may call', async () => {
  assert.equal(await play({ origin }), 200);
  assert.equal(await play({ 'sec-fetch-site': 'same-origin', origin }), 200);
  assert.equal(await play({}), 403, 'a browser would have said who asks');
  for (const foreign of ['https://evil.example', 'http://127.0.0.1:1', 'null'])
    assert.equal(await play({ origin: foreign }), 403, foreign);
  for (const site of ['cross-site', 'same-site', 'none'])
    assert.equal(await play({ 'sec-fetch-site': site, origin }), 403, site);
  const reading = (site: string) =>
    send(`${api}/tenants`, { headers: { cookie, 'sec-fetch-site': site } }).then(({ status }) => status);
  assert.deepEqual(
    await Promise.all(['same-origin', 'none', 'same-site', 'cross-site'].map(reading)),
    [200, 200, 403, 403],
  );
});

test('the page and its files hold no data, load nothing from elsewhere, and cannot be framed', async () => {
  const page = await send(`${api}/console`);
  assert.equal(page.status, 200);
  const policy = page.headers.get('content-security-policy') ?? '';
  for (const rule of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"])
    assert.ok(policy.includes(rule), rule);
  assert.doesNotMatch(policy, /unsafe/);
  assert.equal(page.headers.get('cache-control'), 'no-store');
  assert.doesNotMatch(page.text, / on\w+=|<script>|style="|\/\/[a-z]/i, 'nothing inline, nothing absolute');
  for (const file of ['console.css', 'console.browser.js', 'console.svg'])
    assert.equal((await send(`${api}/console/${file}`)).status, 200, file);
  for (const file of ['files.js', 'console.html%2f', '..%2fadmin', 'constructor', 'console.test.js'])
    assert.equal((await send(`${api}/console/${file}`)).status, 404, file);
});

test('where the admin API is off, so is the console', async (context) => {
  const plain = await startMockProvider();
  context.after(() => plain.close());
  for (const path of ['/console', '/console/console.css', '/session'])
    assert.equal((await send(`${plain.address}/_proofkey${path}`)).status, 404, path);
});

test('the printed link signs in, and leaves no token in the address, the page or what scripts can read', {
  skip,
}, async (context) => {
  const browser = await startChromium(new Guard(['127.0.0.1', 'localhost'], false), false);
  context.after(() => browser.close());
  const { page, troubles } = await openDesk(browser, provider);
  assert.ok(!page.url().includes(adminToken), page.url());
  const readable = await page.evaluate<string>(
    `JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }, document.documentElement.outerHTML, location.href])`,
  );
  assert.ok(!readable.includes(adminToken));
  assert.doesNotMatch(readable, /proofkey_console/, 'the cookie is HttpOnly');
  const [kept] = await page.context().cookies(`${api}/tenants`);
  assert.deepEqual([kept?.path, kept?.httpOnly, kept?.sameSite], ['/_proofkey', true, 'Strict']);
  assert.deepEqual(await page.context().cookies(`${origin}/authorize`), [], 'the endpoints never see it');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.locator('#sign-in').waitFor();
  assert.deepEqual(troubles, []);
});

test('without the token nothing is shown, and a wrong one is said beside the field', {
  skip,
}, async (context) => {
  const browser = await startChromium(new Guard(['127.0.0.1', 'localhost'], false), false);
  context.after(() => browser.close());
  const { page, troubles } = await watchedPage(browser, origin);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`${api}/console`);
  await page.locator('#sign-in').waitFor();
  assert.equal(await page.locator('#desk').isVisible(), false);
  assert.deepEqual(
    asked.filter((path) => path.includes('/_proofkey/tenants')),
    [],
  );
  assert.deepEqual(troubles, []);
  await page.getByLabel('Admin token').fill('not the token');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'That is not the admin token' }).waitFor();
  assert.equal(await page.getByLabel('Admin token').getAttribute('aria-describedby'), 'sign-in-problem');
  await page.getByLabel('Admin token').fill(adminToken);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Connect a client' }).waitFor();
});

test('a page of another port or site cannot act with the cookie of somebody who is signed in', {
  skip,
}, async (context) => {
  const browser = await startChromium(new Guard(['127.0.0.1', 'localhost'], false), false);
  context.after(() => browser.close());
  const hostile = createServer((_, response) =>
    response.setHeader('content-type', 'text/html').end('<p>hello</p>'),
  );
  await new Promise<void>((resolve) => hostile.listen(0, '127.0.0.1', resolve));
  context.after(() => hostile.close());
  const { port } = hostile.address() as AddressInfo;
  const { page } = await openDesk(browser, provider);
  const { clock } = provider.defaultTenant;
  for (const host of ['127.0.0.1', 'localhost']) {
    await page.goto(`http://${host}:${port}/`);
    // A form needs no permission of the other origin (no preflight), and the answer need not be read.
    await page.evaluate(`{
      const form = Object.assign(document.createElement('form'), { method: 'post' });
      form.action = ${JSON.stringify(`${api}/tenants/default/clock/freeze`)};
      document.body.append(form);
      form.submit();
    }`);
    await page.waitForURL(/clock\/freeze/);
    assert.equal(clock.state().frozen, false, host);
  }
});
