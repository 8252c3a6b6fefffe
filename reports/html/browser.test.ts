import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from '@playwright/test';
import { chromiumPath } from '../../fixtures/user-agent/chromium.js';
import { violations } from '../../mock-provider/testing/axe.js';
import { sampleRun } from '../../results/sample-results.js';
import { desktop, launched, opened, phone } from './sample-browser.js';
import { sampleReport, sampleServer } from './sample-report.js';

const run = () => sampleRun([sampleServer()], { exitCode: 1 });
const shown = (page: Page) => page.locator('.req:visible').evaluateAll((cards) => cards.map(({ id }) => id));
const focused = (page: Page) => page.evaluate('document.activeElement.closest(".req")?.id');
const hashOf = (page: Page) => page.evaluate('location.hash') as Promise<string>;

describe('the report in a browser', { skip: chromiumPath() === undefined }, () => {
  let browser: Browser;
  before(async () => {
    browser = await launched();
  });
  after(() => browser.close());

  test('filters by verdict, severity, area, level and text, and counts what is shown', async (context) => {
    const { page, trouble } = await opened(context, browser, run());
    const count = page.locator('#shown');
    assert.equal(await count.textContent(), '8 requirements');
    await page.getByText('✗ fail 3').click();
    assert.deepEqual(await shown(page), [
      'server/code/single-use',
      'connection/endpoints/token',
      'server/code/known',
    ]);
    assert.equal(await count.textContent(), '3 of 8 requirements shown');
    await page.getByLabel('Baseline').selectOption('finding');
    assert.deepEqual(await shown(page), ['server/code/single-use', 'connection/endpoints/token']);
    await page.getByText('critical 1').click();
    assert.deepEqual(await shown(page), ['server/code/single-use']);
    await page.getByRole('button', { name: 'Clear' }).first().click();
    assert.equal((await shown(page)).length, 8);
    await page.getByLabel('Area').selectOption('server/token');
    assert.deepEqual(await shown(page), ['server/token/cache', 'server/token/skipped']);
    await page.getByLabel('Level').selectOption('SHOULD');
    assert.deepEqual(await shown(page), ['server/token/cache']);
    await page.getByRole('button', { name: 'Clear' }).first().click();
    await page.getByPlaceholder('Search').fill('ACCESS_TOKEN bearer');
    assert.deepEqual(await shown(page), ['server/code/single-use'], 'evidence is searched too');
    assert.deepEqual(trouble, []);
  });

  test('a filtered view has an address of its own', async (context) => {
    const { page, at } = await opened(context, browser, run());
    await page.getByText('warn 1').click();
    await page.getByPlaceholder('Search').fill('cache');
    const hash = await hashOf(page);
    assert.equal(hash, '#?verdict=warn&q=cache');
    await at(hash.slice(1));
    assert.deepEqual(await shown(page), ['server/token/cache']);
    assert.equal(await page.getByPlaceholder('Search').inputValue(), 'cache');
    await at('?verdict=nonsense&area=none&%zz=%');
    assert.equal((await shown(page)).length, 8, 'what does not exist cannot be chosen');
  });

  test('when nothing matches, it says so and offers to clear', async (context) => {
    const { page } = await opened(context, browser, run(), { hash: '?q=there+is+no+such+text' });
    assert.deepEqual(await shown(page), []);
    assert.ok(await page.getByText('No requirement matches these filters.').isVisible());
    await page.getByRole('button', { name: 'Clear filters' }).click();
    assert.equal((await shown(page)).length, 8);
    assert.equal(await hashOf(page), '');
  });

  test('numbers of the summary lead to their requirements, and Back leads back', async (context) => {
    const { page } = await opened(context, browser, run());
    await page.locator('td.skipped a').last().click();
    assert.deepEqual(await shown(page), ['server/token/skipped']);
    await page.goBack();
    assert.equal((await shown(page)).length, 8);
  });

  test('a deep link opens its requirement, also where a filter hides it', async (context) => {
    const { page, at } = await opened(context, browser, run(), { hash: 'server/pkce/required' });
    const card = page.locator('[id="server/pkce/required"]');
    assert.equal(await card.getAttribute('open'), '');
    assert.ok(await card.getByText('The attack it enables').isVisible());
    assert.equal(await focused(page), 'server/pkce/required');
    await at('server/pkce/required?verdict=fail');
    assert.ok(await card.isVisible());
  });

  test('with several subjects, a result has a link of its own', async (context) => {
    const hash = 'second-server:server/code/single-use';
    const { page, trouble } = await opened(context, browser, sampleReport(), { hash });
    assert.ok(await page.locator(`[id="${hash}"]`).isVisible());
    await page.locator('[name=subject]').selectOption('second-server');
    assert.equal(await page.locator('[id="first-server:server/code/single-use"]').isVisible(), false);
    await page.locator('.matrix td.pass a').first().click();
    assert.equal((await page.locator('details.req[open]').count()) > 0, true);
    assert.deepEqual(trouble, []);
  });

  test('keys move between requirements, open, search, clear, and are listed', async (context) => {
    const { page, trouble } = await opened(context, browser, run());
    await page.keyboard.press('j');
    assert.equal(await focused(page), 'server/code/single-use');
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    assert.equal(await focused(page), 'server/code/known');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    assert.equal(await focused(page), 'server/code/single-use', 'it stays at the first');
    await page.keyboard.press('Enter');
    assert.ok(await page.getByText('See it again').first().isVisible());
    await page.keyboard.press('/');
    await page.keyboard.type('pkce/j?');
    assert.equal(await page.getByPlaceholder('Search').inputValue(), 'pkce/j?', 'typing is typing');
    await page.keyboard.press('Escape');
    assert.equal((await shown(page)).length, 8);
    await page.keyboard.press('?');
    assert.ok(await page.getByRole('dialog').isVisible());
    await page.getByLabel('Single keys are shortcuts').uncheck();
    await page.keyboard.press('Escape');
    assert.equal(await page.getByRole('dialog').isVisible(), false);
    await page.keyboard.press('/');
    assert.equal(await page.getByPlaceholder('Search').evaluate((field) => field.matches(':focus')), false);
    assert.deepEqual(trouble, []);
  });

  test('is reached by Tab, with a skip link first and a visible focus', async (context) => {
    const { page } = await opened(context, browser, run());
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate('document.activeElement.textContent'), 'Skip to the requirements');
    assert.ok(((await page.locator('.skip').boundingBox())?.x ?? -1) >= 0);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate('document.activeElement.name'), 'q');
    assert.notEqual(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle'), 'none');
  });

  test('light and dark follow the system, and a choice is remembered', async (context) => {
    const { page, trouble } = await opened(context, browser, run(), { colorScheme: 'dark' });
    const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    assert.equal(await ground(), 'rgb(16, 20, 25)');
    await page.getByRole('button', { name: 'Theme: auto' }).click();
    assert.equal(await ground(), 'rgb(255, 255, 255)');
    const light = page.getByRole('button', { name: 'Theme: light' });
    await page.reload();
    // The browser writes a choice down when it comes to it: on a busy machine not always before the next page asks.
    for (let turn = 0; turn < 10 && !(await light.isVisible()); turn++) await page.reload();
    assert.ok(await light.isVisible());
    assert.equal(await ground(), 'rgb(255, 255, 255)');
    assert.deepEqual(trouble, []);
  });

  test('a command is copied as it is', async (context) => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const { page } = await opened(context, browser, run(), { permissions, hash: 'server/code/single-use' });
    await page.getByRole('button', { name: 'Copy' }).last().click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await page.evaluate('navigator.clipboard.readText()');
    assert.equal(copied, await page.locator('pre.command').last().textContent());
  });

  for (const colorScheme of ['light', 'dark'] as const)
    for (const [width, viewport] of Object.entries({ desktop, phone }))
      test(`axe finds nothing, ${colorScheme}, ${width}`, async (context) => {
        const { page } = await opened(context, browser, sampleReport(), { colorScheme, viewport });
        await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true; })');
        assert.deepEqual(await violations(page), []);
      });

  test('nothing makes a phone scroll sideways', async (context) => {
    const { page } = await opened(context, browser, sampleReport(), {
      viewport: { width: 360, height: 640 },
    });
    await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true; })');
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 360);
  });

  test('on paper findings are open, controls are gone, and links have their address', async (context) => {
    const { page } = await opened(context, browser, run());
    const attack = page.locator('#findings').getByText('The attack it enables').first();
    assert.equal(await attack.isVisible(), false);
    await page.emulateMedia({ media: 'print' });
    assert.ok(await attack.isVisible());
    assert.equal(await page.locator('#filters').isVisible(), false);
    assert.equal(await page.locator('#theme').isVisible(), false);
    const after = String(
      await page.evaluate(
        `getComputedStyle(document.querySelector('.about a[href^=http]'), '::after').content`,
      ),
    );
    assert.match(after, /https:\/\/www\.rfc-editor\.org\/rfc\/rfc6749#section-4\.1\.2/);
    await page.emulateMedia({ media: null });
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    assert.equal(await page.locator('#findings .req[open]').count(), 2, 'where the style sheet cannot do it');
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
    assert.equal(await page.locator('#findings .req[open]').count(), 0);
  });

  test('without script everything is there, and no control that would do nothing', async (context) => {
    const hash = 'server/code/single-use';
    const { page, trouble } = await opened(context, browser, run(), { javaScriptEnabled: false, hash });
    assert.equal(await page.locator('.req:visible').count(), 8);
    assert.equal(await page.locator('#filters').isVisible(), false);
    assert.equal(await page.getByRole('button').count(), 0);
    await page.locator('.req > summary').first().click();
    assert.ok(await page.getByText('deciding message: first').isVisible());
    await page.getByRole('link', { name: '1', exact: true }).first().click();
    assert.deepEqual(trouble, []);
  });

  test('script of a target does not run, in any place', async (context) => {
    const payloads = `"><img src=x onerror="window.pwned=1"><script>window.pwned=1</script>'onmouseover='window.pwned=1'</script></style></pre></details>`;
    const [server] = run().subjects;
    const hostile = JSON.parse(
      JSON.stringify(server, (key, value) =>
        typeof value === 'string' &&
        /^(name|file|title|message|expected|received|variant|url|requestBody|responseBody|attack|fix|reason|place|accept)$/.test(
          key,
        )
          ? value + payloads + 'A'.repeat(50_000)
          : value,
      ),
    );
    const { page, trouble } = await opened(context, browser, sampleRun([hostile], { exitCode: 1 }));
    await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true; })');
    await page.mouse.move(600, 400);
    await page.getByPlaceholder('Search').fill('pwned');
    assert.ok((await shown(page)).length > 0);
    assert.equal(await page.evaluate('window.pwned'), undefined);
    assert.equal(await page.locator('img, iframe, script[src]').count(), 0);
    assert.deepEqual(trouble, []);
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 1280);
  });
});
