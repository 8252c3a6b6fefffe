/**
 * Authorization code flows with PKCE a second: this mock, oauth2-mock-server, and a bare Express application that
 * does no more than sign the same access token. One run, one machine, rounds interleaved; the server under load is a process
 * of its own, the load comes from this one.
 */
import { createHash, randomBytes } from 'node:crypto';
import { Agent, request } from 'node:http';
import { median, ratio, startedServer, type Table, table } from './measure.js';

const rounds = 5;
const roundMs = 2_000;
const connections = 8;

interface Target {
  name: string;
  script: string;
  authorizePath: string;
}

const targets: Target[] = [
  { name: 'proofkey', script: 'servers/proofkey.js', authorizePath: '/authorize' },
  { name: 'oauth2-mock-server', script: 'servers/oauth2-mock-server.js', authorizePath: '/authorize' },
  { name: 'bare express, same signature', script: 'servers/bare-express.js', authorizePath: '/authorize' },
];

const agent = new Agent({ keepAlive: true, maxSockets: connections });

interface Received {
  status: number;
  location: string | undefined;
  body: string;
}

function send(url: string, form?: URLSearchParams): Promise<Received> {
  const body = form?.toString();
  const headers =
    body === undefined
      ? {}
      : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': body.length };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: body === undefined ? 'GET' : 'POST', agent, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, location: response.headers.location, body: text }),
      );
    });
    sent.on('error', reject).end(body);
  });
}

const redirectUri = 'http://127.0.0.1:8765/callback';

async function flow(origin: string, { authorizePath }: Target): Promise<void> {
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: 'demo',
    redirect_uri: redirectUri,
    scope: 'read',
    state: 'bench',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const { location } = await send(`${origin}${authorizePath}?${query}`);
  const code = new URL(location ?? '').searchParams.get('code') ?? '';
  const form = {
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    client_id: 'demo',
    code_verifier: verifier,
  };
  const { status, body } = await send(`${origin}/token`, new URLSearchParams(form));
  if (status !== 200 || !body.includes('access_token')) throw new Error(`no token: ${status} ${body}`);
}

async function flowsASecond(origin: string, target: Target, ms: number): Promise<number> {
  const end = performance.now() + ms;
  const started = performance.now();
  let count = 0;
  const worker = async () => {
    while (performance.now() < end) {
      await flow(origin, target);
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
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
  for (const { target, server } of servers) await flowsASecond(server.origin, target, 500);
  for (let round = 0; round < rounds; round++) {
    for (const { target, server, rates } of servers)
      rates.push(await flowsASecond(server.origin, target, roundMs));
  }
  for (const { server } of servers) server.stop();
  agent.destroy();
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
