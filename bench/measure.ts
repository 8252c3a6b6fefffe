import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface Table {
  title: string;
  rows: [string, string][];
  ratios: string[];
}

export function table(title: string, rows: [string, string][], ratios: string[]): Table {
  return { title, rows, ratios };
}

export function ratio(what: string, value: number, budget: string): string {
  return `${what} = ${value.toFixed(2)} (budget ${budget})`;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}

export function print({ title, rows, ratios }: Table): void {
  const width = Math.max(...rows.map(([name]) => name.length));
  console.log(`\n${title}`);
  for (const [name, value] of rows) console.log(`  ${name.padEnd(width)}  ${value.padStart(10)}`);
  for (const line of ratios) console.log(`  ${line}`);
}

/** A script of this folder as a process of its own, ready when it printed its origin. */
export async function startedServer(script: string): Promise<{ origin: string; stop(): void }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL(script, import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const [origin] = (await once(lines, 'line')) as [string];
  return { origin, stop: () => child.kill() };
}

/** Milliseconds until a command ends; throws when it does not end with one of `codes`. */
export async function wallTime(command: string[], codes: readonly number[] = [0]): Promise<number> {
  const started = performance.now();
  const child: ChildProcess = spawn(command[0] as string, command.slice(1), { stdio: 'ignore' });
  const [code] = (await once(child, 'exit')) as [number];
  if (!codes.includes(code)) throw new Error(`${command.join(' ')} ended with ${code}`);
  return performance.now() - started;
}
