import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { MockProvider, type ProviderOptions } from '../provider.js';

export const adminToken = 'the-admin-token';

/** The two widths that screens are looked at in, in pixels. */
export const desktop = { width: 1280, height: 860 };
export const phone = { width: 390, height: 844 };

/** A tab, with what must not happen in it. */
export interface WatchedPage {
  page: Page;
  /** Errors on the page's console, and requests that left for another origin. */
  troubles: string[];
}

/** A new browser profile; `origin` is the only one that its requests may go to. */
export async function watchedPage(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: desktop, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  page.on('pageerror', ({ message }) => troubles.push(message));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== origin) troubles.push(`request to ${request.url()}`);
  });
  return { page, troubles };
}

/** Signed in at the console by the link that `serve` prints, at one of its views. */
export async function openDesk(
  browser: Browser,
  provider: MockProvider,
  view = 'connect',
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const watched = await watchedPage(browser, provider.address, options);
  await watched.page.goto(`${provider.address}/_proofkey/console#token=${adminToken}`);
  await watched.page.locator('#desk').waitFor();
  await showView(watched.page, view);
  return watched;
}

export async function showView(page: Page, view: string): Promise<void> {
  await page.locator(`nav a[href="#${view}"]`).click();
  await page.locator(`#view-${view}`).waitFor();
}

interface DeskTest {
  /** Of the mock, beyond automatic approval and the admin token. */
  options?: ProviderOptions;
  /** What the browser itself notes of a trouble that the test makes. */
  provoked?: RegExp;
}

/** Tests at the desk: one browser, and a mock for each, so that none sees what another has done. */
export function deskTests(browser: Browser | undefined) {
  return (
    name: string,
    view: string,
    body: (page: Page, provider: MockProvider) => Promise<void>,
    { options, provoked }: DeskTest = {},
  ): void => {
    test(name, { skip: browser === undefined }, async (context) => {
      const admin = { token: adminToken };
      const provider = await MockProvider.start({ approval: 'automatic', admin, ...options });
      context.after(() => provider.close());
      const { page, troubles } = await openDesk(browser as Browser, provider, view);
      context.after(() => page.context().close());
      await body(page, provider);
      const unprovoked = troubles.filter((trouble) => !provoked?.test(trouble));
      assert.deepEqual(unprovoked, [], 'no error on the console, no request that leaves the origin');
    });
  };
}

/** What the page has said of the last action. */
export function notice(page: Page, text: RegExp): Promise<void> {
  return page.locator('#notice').filter({ hasText: text }).waitFor();
}
