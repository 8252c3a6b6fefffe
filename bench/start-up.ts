import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { OAuth2Server } from 'oauth2-mock-server';
import { startMockProvider } from '../mock-provider/index.js';
import { median, ratio, type Table, table } from './measure.js';

const rounds = 9;
const cli = fileURLToPath(new URL('../cli/main.js', import.meta.url));

async function timed(start: () => Promise<() => Promise<unknown>>): Promise<number> {
  const started = performance.now();
  const stop = await start();
  const elapsed = performance.now() - started;
  await stop();
  return elapsed;
}

async function ownStart(): Promise<() => Promise<unknown>> {
  const provider = await startMockProvider();
  return () => provider.close();
}

async function peerStart(): Promise<() => Promise<unknown>> {
  const server = new OAuth2Server();
  await server.issuer.keys.generate('RS256');
  await server.start(0, '127.0.0.1');
  return () => server.stop();
}

/** From the command line to the first line that `serve` prints, which it does when it listens. */
async function serveStart(): Promise<number> {
  const started = performance.now();
  const child = spawn(process.execPath, [cli, 'serve', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  const elapsed = performance.now() - started;
  child.kill();
  await once(child, 'exit');
  return elapsed;
}

/** Milliseconds until a mock listens: in process beside the peer, and from the command line. */
export async function benchStartUp(): Promise<Table> {
  const [own, peer, served]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < rounds; round++) {
    own.push(await timed(ownStart));
    peer.push(await timed(peerStart));
    served.push(await serveStart());
  }
  return table(
    `start-up in milliseconds (median of ${rounds})`,
    [
      ['proofkey, in process', median(own).toFixed(1)],
      ['oauth2-mock-server, in process', median(peer).toFixed(1)],
      ['proofkey serve, command line', median(served).toFixed(0)],
    ],
    [
      ratio('proofkey in process / budget of 50 ms', median(own) / 50, '<= 1'),
      ratio('proofkey / oauth2-mock-server', median(own) / median(peer), '<= 1'),
      ratio('proofkey serve / budget of 400 ms', median(served) / 400, '<= 1'),
    ],
  );
}
