import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Page } from '@playwright/test';
import { chromiumPath, startChromium } from '../../fixtures/user-agent/chromium.js';
import { Guard } from '../../fixtures/wire/guard.js';
import { startMockProvider } from '../index.js';
import { seriousViolations } from '../testing/axe.js';
import { adminToken, desktop, openDesk, phone, showView, watchedPage } from '../testing/desk.js';
import { post, send, tokens } from '../testing/relying-party.js';

const skip = chromiumPath() === undefined;
const views = ['connect', 'journal', 'faults', 'provider', 'tokens', 'tenants'];

/** For a person to look at; git ignores them. */
const screens = join('reports', 'out', 'screens');
mkdirSync(screens, { recursive: true });

const provider = await startMockProvider({ approval: 'automatic', admin: { token: adminToken } });
after(() => provider.close());
const browser = skip ? undefined : await startChromium(new Guard(['127.0.0.1'], false), false);
after(() => browser?.close());

await provider.addTenant({ name: 'staging', path: true, profile: 'github' });
await provider.defaultTenant.play(['as-code-reusable']);
await tokens(provider.issuer);
await post(`${provider.issuer}/token`, {
  grant_type: 'authorization_code',
  code: 'made-up',
  client_id: 'demo',
});
await send(`${provider.issuer}/nowhere`);
await provider.defaultTenant.playOnce('token-503', '/token');

for (const [name, look] of Object.entries({
  desktop: { viewport: desktop, colorScheme: 'light' },
  'desktop-dark': { viewport: desktop, colorScheme: 'dark' },
  phone: { viewport: phone, colorScheme: 'light' },
} as const)) {
  test(`every view at ${name} can be read, operated and is no wider than the screen`, {
    skip,
  }, async (context) => {
    if (browser === undefined) return;
    const { page, troubles } = await openDesk(browser, provider, 'connect', look);
    context.after(() => page.context().close());
    for (const view of views) {
      await showView(page, view);
      await shown(page, view);
      assert.deepEqual(await seriousViolations(page), [], view);
      assert.ok(
        await page.evaluate('document.documentElement.scrollWidth <= innerWidth'),
        `${view} scrolls sideways`,
      );
      await page.screenshot({
        path: join(screens, `console-${view}-${name}.png`),
        fullPage: !['faults', 'provider'].includes(view),
      });
    }
    assert.deepEqual(troubles, []);
  });

  test(`the form for the token at ${name} can be read and operated`, { skip }, async (context) => {
    if (browser === undefined) return;
    const { page } = await watchedPage(browser, provider.address, look);
    context.after(() => page.context().close());
    await page.goto(`${provider.address}/_proofkey/console#token=wrong`);
    await page.getByRole('alert').waitFor();
    assert.deepEqual(await seriousViolations(page), []);
    await page.screenshot({ path: join(screens, `console-sign-in-${name}.png`) });
  });
}

/** Whether a view has what it is for, so that nothing is judged half drawn. */
async function shown(page: Page, view: string): Promise<void> {
  const last = {
    connect: '#users tr',
    journal: '.entry',
    faults: '#fault-list li',
    provider: '#profiles label',
  };
  const place =
    { ...last, tokens: '#grants tr', tenants: '#tenant-profile option:nth-child(2)' }[view] ?? 'main';
  await page.locator(place).first().waitFor({ state: 'attached' });
  if (view === 'journal') await page.getByRole('button', { name: 'Details of request 3' }).click();
}
