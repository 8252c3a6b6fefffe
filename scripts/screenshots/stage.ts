import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { type MockProvider, startMockProvider } from '../../mock-provider/index.js';

const program = fileURLToPath(new URL('../../cli/main.js', import.meta.url));
const mock = fileURLToPath(new URL('../../fixtures/subjects/mock.yaml', import.meta.url));
const adapter = fileURLToPath(new URL('../../fixtures/clients/reference/driver.js', import.meta.url));

/** A run of the command line, as a person would have made it in a folder of their own. */
export interface Demonstration {
  /** What the terminal showed, with its colors. */
  terminal: string;
  /** Path of the HTML report. */
  report: string;
}

export interface View {
  width: number;
  height: number;
}

/** What the pictures are taken of; each part is brought up when it is first asked for. */
export class Stage {
  readonly #folder = mkdtempSync(join(tmpdir(), 'proofkey-screenshots-'));
  #demonstration: Promise<Demonstration> | undefined;
  #provider: Promise<MockProvider> | undefined;
  /** Of the mock's admin API. */
  readonly adminToken = 'a-token-for-pictures';

  constructor(private readonly browser: Browser) {}

  demonstration(): Promise<Demonstration> {
    this.#demonstration ??= this.#run();
    return this.#demonstration;
  }

  provider(): Promise<MockProvider> {
    this.#provider ??= startMockProvider({ port: 9400, admin: { token: this.adminToken } });
    return this.#provider;
  }

  /** A window of its own. */
  async page({ width, height }: View): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: { width, height },
      colorScheme: 'light',
      reducedMotion: 'reduce',
    });
    return context.newPage();
  }

  async close(): Promise<void> {
    await (await this.#provider)?.close();
    rmSync(this.#folder, { recursive: true });
  }

  async #run(): Promise<Demonstration> {
    const faults = 'mock: { faults: [as-code-reusable, as-redirect-ignore-query] }';
    const server = readFileSync(mock, 'utf8').replace('mock: {}', faults);
    const client = `version: 1\nclient:\n  driver: { module: [${JSON.stringify(adapter)}, rp-state-unchecked] }\n`;
    writeFileSync(join(this.#folder, 'server.yaml'), server);
    writeFileSync(join(this.#folder, 'client.yaml'), client);
    const terminal = await new Promise<string>((resolve) =>
      execFile(
        process.execPath,
        [program, 'run', 'server.yaml', 'client.yaml'],
        { cwd: this.#folder, env: { ...process.env, FORCE_COLOR: '1', COLUMNS: '100' } },
        // Its exit code tells of findings, which there are to be.
        (_error, stdout) => resolve(stdout),
      ),
    );
    return { terminal, report: join(this.#folder, 'reports', 'out', 'report.html') };
  }
}
