import { spawn } from 'node:child_process';
import { consoleLink } from './console-link.js';

/**
 * Opens the console in the person's browser. Other users of the machine can read the arguments of a process, so the
 * address holds a ticket, which opens one session within a minute, and never the token. Rejects where no browser starts.
 */
export async function openConsole(address: string, token: string): Promise<void> {
  const answer = await fetch(`${address}/_proofkey/session/tickets`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
  if (!answer.ok) throw new Error(`the console gave no ticket but ${answer.status}`);
  const { ticket } = (await answer.json()) as { ticket: string };
  await openBrowser(consoleLink(address, { ticket }));
}

/** Resolves when the program that shows it has started. */
function openBrowser(url: string): Promise<void> {
  const [program, ...parameters] = opener(url);
  return new Promise((resolve, reject) => {
    spawn(program, parameters, { stdio: 'ignore', detached: true })
      .once('error', reject)
      .once('spawn', resolve)
      .unref();
  });
}

/** BROWSER names a program, as for other tools; else what the system opens addresses with. */
function opener(url: string): [string, ...string[]] {
  const { BROWSER: chosen } = process.env;
  if (chosen) return [chosen, url];
  if (process.platform === 'darwin') return ['open', url];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url];
  return ['xdg-open', url];
}
