import assert from 'node:assert/strict';
import { after } from 'node:test';
import type { Page } from '@playwright/test';
import { chromiumPath, startChromium } from '../../fixtures/user-agent/chromium.js';
import { Guard } from '../../fixtures/wire/guard.js';
import { startMockProvider } from '../index.js';
import { adminToken, deskTests } from '../testing/desk.js';
import { post, send, tokens } from '../testing/relying-party.js';

const browser =
  chromiumPath() === undefined ? undefined : await startChromium(new Guard(['127.0.0.1'], false), false);
after(() => browser?.close());
const consoleTest = deskTests(browser);
const entries = (page: Page) => page.locator('#journal-rows tr.entry:visible');

consoleTest(
  'the journal shows a flow as it happens, with the step that decided',
  'journal',
  async (page, provider) => {
    await page.locator('#journal-empty').waitFor();
    await tokens(provider.issuer);
    await post(`${provider.issuer}/token`, {
      grant_type: 'authorization_code',
      code: 'made-up',
      client_id: 'demo',
    });
    const [refused, redeemed, authorized] = [
      entries(page).nth(0),
      entries(page).nth(1),
      entries(page).nth(2),
    ];
    await authorized?.waitFor();
    assert.match((await refused?.innerText()) ?? '', /400.*POST \/token.*invalid_grant.*redeemGrant/s);
    assert.match((await redeemed?.innerText()) ?? '', /200.*POST \/token.*redeemGrant/s);
    assert.match((await authorized?.innerText()) ?? '', /303.*GET \/authorize.*beginInteraction/s);

    await page.getByRole('button', { name: 'Details of request 3' }).click();
    const details = page.locator('#journal-3');
    assert.match(await details.innerText(), /grant_type.*authorization_code.*code\s+fp:[0-9a-f]{12}/s);
    assert.equal(
      await page.getByRole('button', { name: 'Details of request 3' }).getAttribute('aria-expanded'),
      'true',
    );

    await page.getByRole('searchbox', { name: 'Filter the journal' }).fill('AUTHORIZE');
    assert.equal(await entries(page).count(), 1);
    assert.equal(await details.isVisible(), false, 'details go with their request');
    await page.getByRole('searchbox').fill('');

    await page.getByRole('switch', { name: 'Pause' }).click();
    await send(`${provider.issuer}/jwks`);
    await page.getByText('3 requests, 1 waiting').waitFor();
    await page.getByRole('switch', { name: 'Pause' }).click();
    await page.getByText('GET /jwks').waitFor();
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.locator('#journal-empty').waitFor();
    assert.deepEqual(provider.defaultTenant.journal.entries(), []);
    await send(`${provider.issuer}/after`);
    await page.getByText('GET /after').waitFor();
  },
);

consoleTest(
  'a flood leaves 500 rows, and is told as a number',
  'journal',
  async (page, { defaultTenant: { journal } }) => {
    const entry = { at: 0, method: 'GET', query: {}, form: {}, headers: {}, status: 200, decidedBy: 'route' };
    for (let number = 1; number <= 1200; number++) journal.add({ ...entry, path: `/flood-${number}` });
    await page.getByText('GET /flood-1200').waitFor();
    assert.equal(await entries(page).count(), 500);
    const said = page.locator('#journal-said');
    await said.filter({ hasText: /^\d+ requests$/ }).waitFor();
    assert.equal(
      await page
        .locator('#journal-rows')
        .evaluate((rows) => rows.closest('[aria-live],[role=log],[role=status]')),
      null,
    );
  },
);

consoleTest(
  'the journal comes back by itself, without a row twice',
  'journal',
  async (page, provider) => {
    await send(`${provider.issuer}/before`);
    await page.getByText('GET /before').waitFor();
    provider.hangUp('default');
    await page.getByText('Connecting again …').waitFor();
    await send(`${provider.issuer}/meanwhile`);
    await page.getByText('GET /meanwhile').waitFor();
    assert.equal(await page.locator('#journal-rows').getByText('GET /before').count(), 1);
    assert.equal(await page.locator('#journal-live').textContent(), 'Live');
  },
  { provoked: /ERR_INCOMPLETE/ },
);

consoleTest('what hostile requests hold is text', 'journal', async (page, provider) => {
  const hostile = '<img src=x onerror="document.title=1">\u202Egnp.exe';
  await post(`${provider.issuer}/token`, { grant_type: hostile, client_id: 'demo', [hostile]: hostile });
  await send(`${provider.issuer}/%3Cscript%3Ealert(1)%3C/script%3E`);
  await entries(page).nth(1).waitFor();
  await page.getByRole('button', { name: 'Details of request 1' }).click();
  const details = page.locator('#journal-1');
  assert.ok((await details.innerText()).includes('<img src=x onerror='));
  assert.equal(await details.locator('img, script').count(), 0);
  assert.equal(await page.locator('#journal-rows script, #journal-rows img').count(), 0);
  assert.ok(
    await details.locator('bdi', { hasText: 'gnp.exe' }).first().isVisible(),
    'set apart from what is around it',
  );
  assert.equal(await page.title(), 'Journal · Proofkey mock');
});

consoleTest(
  'a server that was started anew asks for the token again',
  'journal',
  async (page, provider) => {
    const port = Number(new URL(provider.address).port);
    await provider.close();
    await page.getByText('Connecting again …').waitFor();
    const anew = await startMockProvider({ port, admin: { token: adminToken } });
    try {
      await page.getByRole('alert').filter({ hasText: 'session has ended' }).waitFor();
      assert.equal(await page.locator('#desk').isVisible(), false);
    } finally {
      await anew.close();
    }
  },
  { provoked: /401|ERR_(INCOMPLETE|CONNECTION|EMPTY)/ },
);
