import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from '@playwright/test';
import { chromiumPath } from '../../fixtures/user-agent/chromium.js';
import { desktop, launched, opened, phone, screenshot } from './sample-browser.js';
import { sampleReport } from './sample-report.js';

const places: Record<string, string> = {
  first: '',
  finding: 'first-server:server/code/single-use',
  threats: 'threats',
  matrix: 'matrix',
};

/** Pictures to look at; what a machine can tell of them is that nothing is cut off. */
describe('screenshots', { skip: chromiumPath() === undefined }, () => {
  let browser: Browser;
  before(async () => {
    browser = await launched();
  });
  after(() => browser.close());

  for (const [width, viewport] of Object.entries({ desktop, phone }))
    for (const colorScheme of ['light', 'dark'] as const)
      test(`${width}, ${colorScheme}`, async (context) => {
        const { page, at, trouble } = await opened(context, browser, sampleReport(), {
          viewport,
          colorScheme,
        });
        for (const [name, hash] of Object.entries(places)) {
          await at(hash);
          await screenshot(page, `${name}-${width}-${colorScheme}`);
          assert.equal(await page.evaluate('document.documentElement.scrollWidth'), viewport.width, name);
        }
        assert.deepEqual(
          trouble.filter((line) => line !== 'request: about:blank'),
          [],
        );
      });
});
