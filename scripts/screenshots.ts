/**
 * Makes the pictures of the documentation: `npm run screenshots [-- --out FOLDER] [NAME…]`. Each is of the product at
 * work on loopback: a server with two faults and a client with one, judged from the command line; a mock with its
 * console and pages.
 */
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { startChromium } from '../fixtures/user-agent/chromium.js';
import { Guard } from '../fixtures/wire/guard.js';
import { pictures } from './screenshots/pictures.js';
import { Stage } from './screenshots/stage.js';

const { values, positionals } = parseArgs({
  options: { out: { type: 'string', default: join(import.meta.dirname, '..', '..', 'docs', 'images') } },
  allowPositionals: true,
});
const chosen = Object.entries(pictures).filter(
  ([name]) => positionals.length === 0 || positionals.includes(name),
);
mkdirSync(values.out, { recursive: true });

const browser = await startChromium(new Guard(['127.0.0.1'], false), false);
const stage = new Stage(browser);
try {
  for (const [name, take] of chosen) {
    const file = join(values.out, `${name}.png`);
    await take(stage, file);
    process.stdout.write(`${relative(process.cwd(), file)}\n`);
  }
} finally {
  await stage.close();
  await browser.close();
}
