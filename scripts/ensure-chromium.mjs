/**
 * Makes sure that the tests find a Chromium: an installed one, else Playwright's own download, else Debian's package.
 * Ends with status 1 and what to do when none of them works.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromiumPath } from '../dist/fixtures/user-agent/chromium.js';

const playwright = join(
  dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')),
  'cli.js',
);

/** Each way to get one; `tried` says what to tell when it fails. */
const ways = [
  {
    tried: 'npx playwright install chromium',
    command: [process.execPath, playwright, 'install', 'chromium'],
  },
  {
    tried: 'apt-get install chromium',
    command: ['sh', '-c', 'apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium'],
  },
];

for (const {
  tried,
  command: [program, ...args],
} of ways) {
  if (chromiumPath() !== undefined) break;
  console.log(`No Chromium found; trying: ${tried}`);
  spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 10 * 60_000 });
}

const found = chromiumPath();
if (found === undefined) {
  console.error(
    `No Chromium found, and none could be installed. Install one by hand (${ways.map(({ tried }) => tried).join(' or ')}), then run the tests again.`,
  );
  process.exit(1);
}
console.log(`Chromium: ${found}`);
