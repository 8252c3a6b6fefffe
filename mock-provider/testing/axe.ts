import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  impact: string;
  nodes: { html: string }[];
}

/** What axe-core finds, whatever its weight, as `weight rule: elements`. */
export async function violations(page: Page): Promise<string[]> {
  return (await found(page)).map(told);
}

/** The same of serious or critical weight. */
export async function seriousViolations(page: Page): Promise<string[]> {
  const all = await found(page);
  return all.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(told);
}

async function found(page: Page): Promise<Violation[]> {
  await page.evaluate(source);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    return (await axe.run()).violations;
  });
}

function told({ id, impact, nodes }: Violation): string {
  return `${impact} ${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`;
}
