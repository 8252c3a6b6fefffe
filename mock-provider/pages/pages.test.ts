import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { chromiumPath, startChromium } from '../../fixtures/user-agent/chromium.js';
import { Guard } from '../../fixtures/wire/guard.js';
import { startMockProvider } from '../index.js';
import { seriousViolations } from '../testing/axe.js';
import { desktop, phone, type WatchedPage, watchedPage } from '../testing/desk.js';
import { authorizationParameters, newVerifier } from '../testing/relying-party.js';

const skip = chromiumPath() === undefined;
const screens = join('reports', 'out', 'screens');
mkdirSync(screens, { recursive: true });

const provider = await startMockProvider({
  scopes: ['openid', 'profile', 'email', 'offline_access', 'read', 'write', 'orders:approve'],
});
after(() => provider.close());
const browser = skip ? undefined : await startChromium(new Guard(['127.0.0.1'], false), false);
after(() => browser?.close());

function authorizationUrl(changes: Record<string, string> = {}): string {
  const { code_challenge } = newVerifier();
  return `${provider.issuer}/authorize?${authorizationParameters({ code_challenge, ...changes })}`;
}

/** A tab at the login page; the client's redirect URI, where nothing listens, counts as reached when it is asked for. */
async function atLogin(
  changes: Record<string, string> = {},
  look: BrowserContextOptions = {},
): Promise<WatchedPage & { arrived: Promise<URL> }> {
  const watched = await watchedPage(browser as Browser, provider.address, look);
  const arrived = new Promise<URL>((resolve) => {
    void watched.page.route(/127\.0\.0\.1:8765/, (route) => {
      resolve(new URL(route.request().url()));
      return route.fulfill({ body: 'the client' });
    });
  });
  await watched.page.goto(authorizationUrl(changes));
  return { ...watched, arrived };
}

async function logIn(page: Page): Promise<void> {
  await page.getByLabel('User name').fill('alice');
  await page.getByLabel('Password').fill('wonderland');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Allow' }).waitFor();
}

for (const [name, look] of Object.entries({
  desktop: { viewport: desktop, colorScheme: 'light' },
  'desktop-dark': { viewport: desktop, colorScheme: 'dark' },
  phone: { viewport: phone, colorScheme: 'light' },
} as const)) {
  test(`login, consent and error page at ${name} can be read and operated`, { skip }, async (context) => {
    const { page, troubles } = await atLogin({ scope: 'openid read write orders:approve' }, look);
    context.after(() => page.context().close());
    const judge = async (screen: string) => {
      assert.deepEqual(await seriousViolations(page), [], screen);
      assert.ok(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), screen);
      await page.screenshot({ path: join(screens, `${screen}-${name}.png`), fullPage: true });
    };
    await judge('login');
    await logIn(page);
    await judge('consent');
    assert.deepEqual(troubles, []);
    await page.goto(`${provider.issuer}/authorize?client_id=nobody`);
    await judge('error');
  });
}

test('a wrong password is announced, tied to the fields, and costs no retyping of the name', {
  skip,
}, async (context) => {
  const { page } = await atLogin();
  context.after(() => page.context().close());
  await page.getByLabel('User name').fill('alice');
  await page.getByLabel('Password').fill('looking-glass');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'User name or password is wrong' }).waitFor();
  for (const label of ['User name', 'Password']) {
    const field = page.getByLabel(label);
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    const described = await field.getAttribute('aria-describedby');
    assert.match((await page.locator(`#${described}`).textContent()) ?? '', /wrong/);
  }
  assert.equal(await page.getByLabel('User name').inputValue(), 'alice');
  await page.locator('[name=password]:focus').waitFor();
});

test('the consent page says who asks, for what, where the answer goes and who is signed in', {
  skip,
}, async (context) => {
  const { page } = await atLogin({ scope: 'openid write orders:approve' });
  context.after(() => page.context().close());
  await logIn(page);
  const text = await page.getByRole('main').innerText();
  for (const said of [
    'Allow Demo application to access your account?',
    'Registered as demo.',
    'Know who you are',
    'Change your data',
    'orders:approve',
    '127.0.0.1:8765, an application on this computer',
    'Signed in as Alice Liddell (alice)',
  ])
    assert.ok(text.includes(said), `${said} in ${text}`);
});

test('by keyboard alone: log in, deny; log in, allow', { skip }, async (context) => {
  for (const [decision, parameter] of [
    ['Deny', 'error'],
    ['Allow', 'code'],
  ] as const) {
    const { page, arrived } = await atLogin();
    context.after(() => page.context().close());
    // The page itself moves the focus there, once it is drawn.
    await page.locator('[name=username]:focus').waitFor();
    await page.keyboard.type('alice');
    await page.keyboard.press('Tab');
    await page.keyboard.type('wonderland');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Deny' }).waitFor();
    await page.keyboard.press('Tab');
    if (decision === 'Allow') await page.keyboard.press('Tab');
    assert.equal(await page.evaluate('document.activeElement.textContent'), decision);
    await page.keyboard.press('Enter');
    assert.ok((await arrived).searchParams.has(parameter), decision);
  }
});

test('"Not you?" signs out, and the same request goes on as somebody else', { skip }, async (context) => {
  const { page, arrived } = await atLogin();
  context.after(() => page.context().close());
  await logIn(page);
  const { sessions } = provider.defaultTenant.store;
  const signedIn = () => [...sessions.values()].filter(({ sub }) => sub !== undefined).length;
  const before = signedIn();
  await page.getByRole('button', { name: 'Switch account' }).click();
  await page.getByLabel('Password').waitFor();
  assert.equal(signedIn(), before - 1);
  await logIn(page);
  await page.getByRole('button', { name: 'Allow' }).click();
  assert.equal((await arrived).searchParams.get('state'), 'the-state');
});

test('what a client calls itself is text, whatever it is', { skip }, async (context) => {
  const hostile = '"><script>document.title="taken"</script><img src=x onerror=alert(1)> \u202Eelppa\u2066';
  provider.defaultTenant.register({
    client_id: '<b>hostile</b>',
    client_name: hostile,
    redirect_uris: ['http://127.0.0.1/callback'],
  });
  const { page, troubles } = await atLogin({ client_id: '<b>hostile</b>' });
  context.after(() => page.context().close());
  for (const title of ['Sign in', 'Allow access?']) {
    assert.equal(await page.title(), title);
    assert.equal(await page.locator('script, img, b').count(), 0);
    const named = page.locator('h1 bdi');
    assert.equal(await named.textContent(), hostile);
    assert.ok((await page.locator('h1').innerText()).match(/^(Sign in to continue to|Allow) /));
    if (title === 'Sign in') await logIn(page);
  }
  assert.deepEqual(troubles, []);
});
