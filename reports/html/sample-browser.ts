/** For tests: a report as it is opened from disk, in Chromium. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { startChromium } from '../../fixtures/user-agent/chromium.js';
import { Guard } from '../../fixtures/wire/guard.js';
import type { RunResults } from '../../results/run-results.js';
import { page as rendered } from './page.js';

export const desktop = { width: 1280, height: 900 };
export const phone = { width: 390, height: 844 };

const screens = join(import.meta.dirname, '..', '..', '..', 'reports', 'out', 'screens');

/** A report asks nobody for anything, so no host can be reached. */
export function launched(): Promise<Browser> {
  return startChromium(new Guard([], false), false);
}

/** A page that a test looks at, and everything that must not have happened in it. */
export interface Opened {
  page: Page;
  /** Messages of the console, errors, and requests for anything but the report itself. */
  trouble: string[];
  /** Opens the same report again, with another place or filter in its address. */
  at(hash: string): Promise<void>;
}

export async function opened(
  context: TestContext,
  browser: Browser,
  run: RunResults,
  options: BrowserContextOptions & { hash?: string } = {},
): Promise<Opened> {
  const { hash = '', ...rest } = options;
  const folder = mkdtempSync(join(tmpdir(), 'proofkey-report-'));
  const file = join(folder, 'report.html');
  writeFileSync(file, rendered(run));
  const address = pathToFileURL(file).href;
  const own = await browser.newContext({ viewport: desktop, ...rest });
  context.after(async () => {
    await own.close();
    rmSync(folder, { recursive: true });
  });
  const page = await own.newPage();
  const trouble: string[] = [];
  page.on('console', (message) => trouble.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => trouble.push(`dialog: ${dialog.message()}`));
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== address && request.url() !== 'data:,')
      trouble.push(`request: ${request.url()}`);
  });
  const at = async (place: string) => {
    // Only another document is loaded anew.
    await page.goto('about:blank');
    await page.goto(`${address}${place === '' ? '' : `#${place}`}`);
  };
  await at(hash);
  trouble.splice(0, trouble.length, ...trouble.filter((line) => line !== 'request: about:blank'));
  return { page, trouble, at };
}

/** To look at: below reports/out, which is not committed. */
export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(screens, { recursive: true });
  await page.screenshot({ path: join(screens, `report-${name}.png`) });
}
