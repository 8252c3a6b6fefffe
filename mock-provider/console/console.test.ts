import assert from 'node:assert/strict';
import { after } from 'node:test';
import type { Page } from '@playwright/test';
import { chromiumPath, startChromium } from '../../fixtures/user-agent/chromium.js';
import { Guard } from '../../fixtures/wire/guard.js';
import { deskTests, notice, showView } from '../testing/desk.js';
import { codeRequest, post, send, tokens } from '../testing/relying-party.js';

const browser =
  chromiumPath() === undefined ? undefined : await startChromium(new Guard(['127.0.0.1'], false), false);
after(() => browser?.close());
const consoleTest = deskTests(browser);
const entries = (page: Page) => page.locator('#journal-rows tr.entry:visible');

consoleTest('switching a fault changes the next answer', 'faults', async (page, provider) => {
  const { issuer, defaultTenant } = provider;
  await page.locator('#fault-list li').nth(150).waitFor();
  await page.getByRole('searchbox', { name: 'Search the faults' }).fill('429 every request');
  const row = page.getByRole('switch', { name: 'answer-429' });
  assert.equal(await page.locator('#fault-list li:visible').count(), 1);
  await row.click();
  await notice(page, /answer-429 is on/);
  assert.equal(await row.getAttribute('aria-checked'), 'true');
  assert.equal((await send(`${issuer}/jwks`)).status, 429);
  await page.getByRole('button', { name: 'Switch answer-429 off' }).click();
  await notice(page, /answer-429 is off/);
  assert.equal((await send(`${issuer}/jwks`)).status, 200);

  await page.getByRole('button', { name: 'Play answer-429 once' }).click();
  await notice(page, /the next token request/);
  assert.deepEqual(defaultTenant.plannedFaults, [{ fault: 'answer-429', path: '/token' }]);
  await page.locator('#faults-playing').getByText('once, at /token').waitFor();
  const request = await codeRequest(issuer);
  assert.equal((await post(`${issuer}/token`, request)).status, 429);
  await page.locator('#faults-in-force').waitFor({ state: 'hidden' });
  assert.equal((await post(`${issuer}/token`, request)).status, 200);

  await page.getByRole('button', { name: 'Play answer-429 once' }).click();
  await row.click();
  await page.getByRole('button', { name: 'Switch all off' }).click();
  await notice(page, /All faults are off/);
  assert.deepEqual([defaultTenant.faults, defaultTenant.plannedFaults], [[], []]);
});

consoleTest('a tenant plays another provider at the same address', 'provider', async (page, provider) => {
  const { issuer, defaultTenant } = provider;
  const { access_token } = await tokens(issuer);
  await page.getByRole('radio', { name: /^Notion\b(?!.*Jingle)/ }).check();
  assert.equal(defaultTenant.profile, undefined, 'nothing happens before it is confirmed');
  await page.getByRole('button', { name: 'Play the chosen provider' }).click();
  await notice(page, /default plays Notion from here on/);
  assert.deepEqual([provider.tenants[0]?.profile?.name, provider.issuer], ['notion', issuer]);
  const headers = { authorization: `Bearer ${access_token}` };
  assert.equal(
    (await send(`${issuer}/resource`, { headers })).status,
    401,
    'tokens were those of another provider',
  );
  assert.ok(defaultTenant.journal.entries().length > 1, 'the journal goes on');

  await showView(page, 'connect');
  await page.getByText(`${issuer}/v1/oauth/token`, { exact: true }).waitFor();
  await page.getByRole('radio', { name: 'Manifest' }).check();
  const settings = page.locator('#settings');
  await settings.filter({ hasText: `tokenUrl: ${issuer}/v1/oauth/token` }).waitFor();
  assert.match(await settings.innerText(), /clientSecret: \$\{CLIENT_SECRET\}/);
  await page.getByRole('switch', { name: 'Show secrets' }).click();
  await settings.filter({ hasText: 'clientSecret: demo-secret' }).waitFor();

  await showView(page, 'provider');
  await page.getByRole('radio', { name: /^Strict/ }).check();
  await page.getByRole('button', { name: 'Play the chosen provider' }).click();
  await notice(page, /is strict/);
  await tokens(issuer);
});

consoleTest(
  'the clock is frozen and moved, and what has lived its time ends',
  'tokens',
  async (page, provider) => {
    const { issuer, defaultTenant } = provider;
    const { access_token } = await tokens(issuer);
    const resource = () =>
      send(`${issuer}/resource`, { headers: { authorization: `Bearer ${access_token}` } });
    await page.getByRole('switch', { name: 'Frozen' }).click();
    await notice(page, /stands still/);
    assert.ok(defaultTenant.clock.state().frozen);
    const { now } = defaultTenant.clock.state();
    await page.getByRole('button', { name: '+ 1 minute' }).click();
    await notice(page, /went 1 min forward/);
    assert.equal(defaultTenant.clock.state().now, now + 60);
    await page
      .locator('#clock-now')
      .filter({ hasText: new Date((now + 60) * 1000).toISOString().slice(11, 19) })
      .waitFor();
    assert.equal((await resource()).status, 200);
    await page.getByRole('button', { name: /^access tokens/ }).click();
    await notice(page, /went 1 h forward/);
    assert.equal((await resource()).status, 401);
    await page.getByRole('switch', { name: 'Frozen' }).click();
    await notice(page, /runs/);
    assert.equal(defaultTenant.clock.state().frozen, false);
  },
);

consoleTest(
  'one grant expires or is revoked, and then everything',
  'tokens',
  async (page, { issuer, defaultTenant }) => {
    const [first, second, third] = [await tokens(issuer), await tokens(issuer), await tokens(issuer)];
    const status = async ({ access_token }: { access_token: string }) =>
      (await send(`${issuer}/resource`, { headers: { authorization: `Bearer ${access_token}` } })).status;
    const rows = page.locator('#grants tr');
    await rows.nth(2).waitFor();
    assert.match(await rows.first().innerText(), /demo.*alice.*openid.*read.*access token.*refresh token/s);
    const shown = await page.locator('#view-tokens').innerHTML();
    for (const { access_token, refresh_token } of [first, second, third])
      assert.ok(!shown.includes(access_token) && !shown.includes(refresh_token), 'no value of a token');

    await rows
      .first()
      .getByRole('button', { name: /^Expire/ })
      .click();
    await notice(page, /access token has expired/);
    assert.deepEqual(
      await Promise.all([first, second, third].map(status)).then((all) => all.sort()),
      [200, 200, 401],
    );
    await rows
      .last()
      .getByRole('button', { name: /^Revoke/ })
      .click();
    await notice(page, /revoked/);
    await rows.nth(2).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Revoke everything' }).click();
    await notice(page, /2 grants revoked/);
    assert.deepEqual(await Promise.all([first, second, third].map(status)), [401, 401, 401]);
    await page.locator('#grants-empty').waitFor();
    assert.equal(defaultTenant.store.sessions.size, 0);
  },
);

consoleTest('tenants are added, shown and removed', 'tenants', async (page, provider) => {
  await page.getByLabel('Name', { exact: true }).fill('other');
  await page.getByLabel('Plays').selectOption('github');
  await page.getByRole('button', { name: 'Add' }).click();
  await notice(page, /other is there/);
  assert.equal(provider.tenant('other').profile?.name, 'github');
  await page.getByRole('combobox', { name: 'Tenant', exact: true }).selectOption('other');
  await page.getByText('plays GitHub OAuth app').waitFor();
  await send(`${provider.tenant('other').issuer}/of-the-other`);
  await showView(page, 'journal');
  await page.getByText('GET /of-the-other').waitFor();
  await showView(page, 'tenants');
  page.once('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: 'Remove other' }).click();
  await notice(page, /other is gone/);
  assert.deepEqual(
    provider.tenants.map(({ name }) => name),
    ['default'],
  );
  assert.equal(await page.getByRole('combobox', { name: 'Tenant', exact: true }).inputValue(), 'default');
});

consoleTest(
  'secrets show only on request, and a secret is written so that a shell takes it',
  'connect',
  async (page) => {
    const secret = "it's +:/%";
    assert.ok(!(await page.locator('#main').innerText()).includes(secret));
    assert.ok(!(await page.locator('#main').innerText()).includes('wonderland'));
    await page.getByRole('switch', { name: 'Show secrets' }).click();
    await page.locator('#settings', { hasText: `OAUTH_CLIENT_SECRET='it'\\''s +:/%'` }).waitFor();
    await page.locator('#users', { hasText: 'wonderland' }).waitFor();
    await page.getByRole('radio', { name: 'JSON' }).check();
    await page.locator('#settings', { hasText: '"token_endpoint"' }).waitFor();
    assert.equal(JSON.parse(await page.locator('#settings').innerText()).client_secret, secret);
  },
  {
    options: {
      clients: [
        { client_id: 'shop', client_secret: "it's +:/%", redirect_uris: ['https://shop.example/callback'] },
      ],
    },
  },
);

consoleTest('the keyboard does what the mouse does', 'journal', async (page, provider) => {
  await tokens(provider.issuer);
  await entries(page).nth(1).waitFor();
  await page.evaluate(`document.activeElement.blur()`);
  const reach = async (name: string) => {
    for (let count = 0; count < 250; count++) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate<{ label: string; ring: string }>(`(() => {
        const at = document.activeElement;
        const label = at.getAttribute('aria-label') ?? at.getAttribute('aria-labelledby') ?? at.textContent.trim();
        return { label, ring: getComputedStyle(at).outlineStyle };
      })()`);
      if (focused.label !== name) continue;
      assert.equal(focused.ring, 'solid', `${name} shows that it has the focus`);
      return;
    }
    assert.fail(`${name} is never reached`);
  };
  await reach('Skip to the content');
  await page.keyboard.press('Enter');
  await page.locator('#main:focus').waitFor();
  await reach('Details of request 2');
  await page.keyboard.press('Enter');
  await page.locator('#journal-2').waitFor();
  await page.locator('nav a[href="#faults"]').focus();
  await page.keyboard.press('Enter');
  await page.locator('#fault-list li').first().waitFor();
  await page.locator('#main:focus').waitFor();
  await reach('fault-answer-503');
  await page.keyboard.press('Space');
  await notice(page, /answer-503 is on/);
  assert.deepEqual(provider.defaultTenant.faults, ['answer-503']);
  assert.equal(
    await page.evaluate(`document.activeElement.getAttribute('aria-labelledby')`),
    'fault-answer-503',
  );
});

consoleTest(
  'what cannot be is said, and the page goes on',
  'tenants',
  async (page) => {
    await page.getByLabel('Name', { exact: true }).fill('default');
    await page.getByRole('button', { name: 'Add' }).click();
    await page.getByRole('alert').filter({ hasText: 'There is a tenant "default" already' }).waitFor();
    await showView(page, 'connect');
    await page.getByRole('alert').waitFor({ state: 'hidden' });
  },
  { provoked: /409/ },
);
