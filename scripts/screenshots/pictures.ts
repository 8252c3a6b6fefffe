import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { newVerifier, s256 } from '../../fixtures/server/pkce.js';
import type { Stage, View } from './stage.js';
import { terminalPage } from './terminal-page.js';

/** Takes one picture and writes it to a file. */
type Picture = (stage: Stage, file: string) => Promise<void>;

const desktop = { width: 1200, height: 800 };
const dialog = { width: 640, height: 860 };

/** By the name of the file below docs/images. */
export const pictures: Record<string, Picture> = {
  terminal: async (stage, path) => {
    const { terminal } = await stage.demonstration();
    const page = await stage.page({ width: 1000, height: 700 });
    const lines = terminal.trim().split('\n');
    await page.setContent(terminalPage([...lines.slice(0, 27), '    …', '', ...lines.slice(-4)].join('\n')));
    await page.locator('pre').screenshot({ path });
  },
  report: async (stage, path) => {
    await (await reportAt(stage, '', desktop)).screenshot({ path });
  },
  finding: async (stage, path) => {
    const page = await reportAt(stage, '#server/code/single-use', { width: 1200, height: 1000 });
    await page.screenshot({ path });
  },
  threats: async (stage, path) => {
    await (await reportAt(stage, '#threats', desktop)).screenshot({ path });
  },
  console: async (stage, path) => {
    const page = await consoleAt(stage, 'journal');
    await approveOnce(stage);
    await page.locator('#view-journal').getByText('/token').first().waitFor();
    await page.screenshot({ path });
  },
  'console-faults': async (stage, path) => {
    await (await consoleAt(stage, 'faults')).screenshot({ path });
  },
  consent: async (stage, path) => {
    const page = await stage.page(dialog);
    await signIn(page, await authorizationUrl(stage));
    await page.screenshot({ path });
  },
};

/** The report of the demonstration, at an anchor. */
async function reportAt(stage: Stage, anchor: string, view: View): Promise<Page> {
  const { report } = await stage.demonstration();
  const page = await stage.page(view);
  await page.goto(`${pathToFileURL(report)}${anchor}`);
  return page;
}

async function consoleAt(stage: Stage, view: string): Promise<Page> {
  const { address } = await stage.provider();
  const page = await stage.page(desktop);
  await page.goto(`${address}/_proofkey/console#token=${stage.adminToken}`);
  await page.locator(`nav a[href="#${view}"]`).click();
  await page.locator(`#view-${view}`).waitFor();
  return page;
}

const redirectUri = 'http://127.0.0.1:8765/callback';
const verifier = newVerifier();

async function authorizationUrl(stage: Stage): Promise<string> {
  const { issuer } = await stage.provider();
  const parameters = new URLSearchParams({
    response_type: 'code',
    client_id: 'demo',
    redirect_uri: redirectUri,
    scope: 'openid profile read write',
    state: 'a-state',
    code_challenge: s256(verifier),
    code_challenge_method: 'S256',
  });
  return `${issuer}/authorize?${parameters}`;
}

async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByLabel('User name').fill('alice');
  await page.getByLabel('Password').fill('wonderland');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Allow' }).waitFor();
}

/** A login from beginning to end, and a second try with the same code: the journal has something to tell. */
async function approveOnce(stage: Stage): Promise<void> {
  const { issuer } = await stage.provider();
  const page = await stage.page(dialog);
  await page.route(`${redirectUri}**`, (route) => route.fulfill({ body: 'back at the application' }));
  await signIn(page, await authorizationUrl(stage));
  await page.getByRole('button', { name: 'Allow' }).click();
  await page.waitForURL(`${redirectUri}**`);
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: 'demo',
    redirect_uri: redirectUri,
    code: new URL(page.url()).searchParams.get('code') ?? '',
    code_verifier: verifier,
  });
  for (const _turn of ['redeems', 'repeats']) await fetch(`${issuer}/token`, { method: 'POST', body });
}
