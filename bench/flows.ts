/**
 * Authorization code flows with PKCE a second: this mock, oauth2-mock-server, and a bare Express application that
 * does no more than sign the same access token. One run, one machine, rounds interleaved; the server under load is a process
 * of its own, the load comes from this one.
 */
import { createHash, randomBytes } from 'node:crypto';
import { median, ratio, startedServer, type Table, table } from './measure.js';
import { RawConnection } from './raw-http.js';

const rounds = 5;
const roundMs = 2_000;
const connections = 8;

interface Target {
  name: string;
  script: string;
}

const targets: Target[] = [
  { name: 'proofkey', script: 'servers/proofkey.js' },
  { name: 'oauth2-mock-server', script: 'servers/oauth2-mock-server.js' },
  { name: 'bare express, same signature', script: 'servers/bare-express.js' },
];

const redirectUri = 'http://127.0.0.1:8765/callback';

/** Verifiers are made before the clock runs: they are the client's work. */
const verifiers = Array.from({ length: 256 }, () => {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
});

async function flow(connection: RawConnection, index: number): Promise<void> {
  const { verifier, challenge } = verifiers[index % verifiers.length] as (typeof verifiers)[number];
  const request = `response_type=code&client_id=demo&redirect_uri=${encodeURIComponent(redirectUri)}&scope=read&state=bench&code_challenge=${challenge}&code_challenge_method=S256`;
  const redirect = await connection.send(`GET /authorize?${request} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`);
  const code = /\r\nlocation: [^\r]*[?&]code=([^&\r]+)/i.exec(redirect)?.[1];
  const form = `grant_type=authorization_code&code=${code}&redirect_uri=${encodeURIComponent(redirectUri)}&client_id=demo&code_verifier=${verifier}`;
  const answer = await connection.send(
    `POST /token HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${form.length}\r\n\r\n${form}`,
  );
  if (!answer.startsWith('HTTP/1.1 200') || !answer.includes('access_token'))
    throw new Error(`no token: ${answer}`);
}

async function flowsASecond(origin: string, ms: number): Promise<number> {
  const open = await Promise.all(Array.from({ length: connections }, () => RawConnection.open(origin)));
  const started = performance.now();
  let count = 0;
  const worker = async (connection: RawConnection) => {
    while (performance.now() < started + ms) await flow(connection, count++);
    connection.close();
  };
  await Promise.all(open.map(worker));
  return count / ((performance.now() - started) / 1000);
}

/** Flows a second of every target, as rows and ratios. */
export async function benchFlows(): Promise<Table> {
  const servers = await Promise.all(
    targets.map(async (target) => ({
      target,
      server: await startedServer(target.script),
      rates: [] as number[],
    })),
  );
  for (const { server } of servers) await flowsASecond(server.origin, 1000);
  for (let round = 0; round < rounds; round++) {
    for (const { server, rates } of servers) rates.push(await flowsASecond(server.origin, roundMs));
  }
  for (const { server } of servers) server.stop();
  const [own, peer, bare] = servers.map(({ rates }) => median(rates)) as [number, number, number];
  return table(
    'code + PKCE flows a second (median of 5 rounds, 8 connections)',
    servers.map(({ target, rates }) => [target.name, median(rates).toFixed(0)]),
    [
      ratio('proofkey / oauth2-mock-server', own / peer, '>= 4'),
      ratio('proofkey / bare express', own / bare, '>= 0.8'),
    ],
  );
}
