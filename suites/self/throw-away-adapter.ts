import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';

/**
 * An adapter that does everything right, of a client that is one function long. `change` is JavaScript that is put
 * behind it: it can replace `operations.NAME`, members of `told` (the answer to hello) and `answer(line)`.
 */
export function throwAwayAdapter(t: Pick<TestContext, 'after'>, change = ''): string {
  const folder = mkdtempSync(join(tmpdir(), 'proofkey-adapter-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'adapter.mjs');
  writeFileSync(file, `${correct}\n${change}\n${loop}`);
  return file;
}

/** The same as an ES module that exports its operations. */
export function throwAwayModule(t: Pick<TestContext, 'after'>, change = ''): string {
  const file = throwAwayAdapter(t);
  const exported = 'authorize, callback, token, call, refresh, revoke, status, logs';
  const module = `delete told.operations;\nexport const { hello, reset, ${exported} } = operations;`;
  writeFileSync(file, `${correct}\n${change}\n${module}`);
  return file;
}

const correct = `
import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';

let settings, pending, tokens, lines, listened;
const sha256 = (text, encoding) => createHash('sha256').update(text).digest(encoding);
const fingerprint = (token) => (token === undefined ? null : sha256(token, 'hex'));
const providers = () => [settings, ...settings.others];
const told = {
  contract: 1,
  client: 'throw-away 1.0',
  clientTypes: ['public', 'confidential'],
  operations: ['hello', 'reset', 'authorize', 'callback', 'token', 'call', 'refresh', 'revoke', 'status', 'logs'],
  capabilities: ['client.concurrent', 'client.native-loopback', 'client.multi-as', 'client.two-sessions', 'client.refresh'],
  refreshMarginSeconds: 0,
};

async function grant(provider, parameters, session) {
  const body = new URLSearchParams({ client_id: provider.clientId, ...parameters });
  const pair = [provider.clientId, provider.clientSecret].map(encodeURIComponent).join(':');
  const headers = provider.clientSecret === undefined ? {} : { authorization: 'Basic ' + btoa(pair) };
  const response = await fetch(provider.endpoints.token, { method: 'POST', body, headers, redirect: 'manual' });
  const answer = await response.json();
  if (response.status !== 200) return { result: 'rejected', error: answer.error };
  tokens.set(session, { provider, access: answer.access_token, refresh: answer.refresh_token });
  return { result: 'ok' };
}

async function finish({ url, session = '' }) {
  const response = new URL(url).searchParams;
  const login = pending.get(response.get('state'));
  pending.delete(response.get('state'));
  if (login === undefined || login.session !== session) return { result: 'rejected', error: 'state_mismatch' };
  if (response.has('error')) return { result: 'rejected', error: response.get('error') };
  const { provider, verifier, redirectUri } = login;
  const parameters = { grant_type: 'authorization_code', code: response.get('code'), redirect_uri: redirectUri };
  return grant(provider, { ...parameters, code_verifier: verifier }, session);
}

function listen() {
  return new Promise((resolve) => {
    const server = createServer((request, response) => {
      listened = finish({ url: new URL(request.url, 'http://127.0.0.1').href });
      response.end('You can close this window.');
      server.close();
    });
    server.listen(0, '127.0.0.1', () => resolve('http://127.0.0.1:' + server.address().port + '/callback'));
  });
}

const operations = {
  hello: () => ({ result: 'ok', ...told }),
  reset(configuration) {
    [settings, pending, tokens] = [configuration, new Map(), new Map()];
    lines = [configuration.logMarker];
    return { result: 'ok' };
  },
  async authorize({ issuer, session = '' }) {
    const provider = providers().find((one) => one.issuer === (issuer ?? settings.issuer));
    const [state, verifier] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url')];
    const redirectUri = settings.listen ? await listen() : settings.redirectUri;
    pending.set(state, { provider, verifier, redirectUri, session });
    const url = new URL(provider.endpoints.authorization);
    const parameters = { response_type: 'code', client_id: provider.clientId, redirect_uri: redirectUri, state };
    const challenge = { code_challenge: sha256(verifier, 'base64url'), code_challenge_method: 'S256' };
    url.search = new URLSearchParams({ ...parameters, ...challenge, scope: settings.scope.join(' ') });
    return { result: 'ok', url: url.href };
  },
  callback: (inputs) => (inputs.delivered ? listened : finish(inputs)),
  token: () => ({ result: 'ok', accessToken: fingerprint(tokens.get('').access) }),
  async call({ method, url }) {
    const headers = { authorization: 'Bearer ' + tokens.get('').access };
    return { result: 'ok', status: (await fetch(url, { method, headers })).status };
  },
  refresh() {
    const { provider, refresh } = tokens.get('');
    return grant(provider, { grant_type: 'refresh_token', refresh_token: refresh }, '');
  },
  async revoke() {
    const { provider, refresh } = tokens.get('');
    tokens.delete('');
    const body = new URLSearchParams({ client_id: provider.clientId, token: refresh });
    await fetch(provider.endpoints.revocation, { method: 'POST', body });
    return { result: 'ok' };
  },
  status({ session = '' }) {
    const held = tokens.get(session);
    const fingerprints = { accessToken: fingerprint(held?.access), refreshToken: fingerprint(held?.refresh) };
    return { result: 'ok', authenticated: held !== undefined, ...fingerprints };
  },
  logs: () => ({ result: 'ok', lines }),
};

const write = (message) => process.stdout.write(JSON.stringify(message) + '\\n');
let answer = async (line) => {
  const { id, method, params } = JSON.parse(line);
  const error = { code: -32601, message: 'there is no operation ' + method };
  if (operations[method] === undefined) return write({ jsonrpc: '2.0', id, error });
  write({ jsonrpc: '2.0', id, result: await operations[method](params) });
};
`;

const loop = "createInterface({ input: process.stdin }).on('line', (line) => answer(line));";
