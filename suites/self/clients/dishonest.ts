/**
 * Clients that do no work and would like to be praised all the same, as sources of modules for the `module` driver.
 * Each claims every capability, so that nothing is skipped for its sake.
 */
const hello = `export const hello = () => ({
  contract: 1, client: 'dishonest', clientTypes: ['public', 'confidential'],
  operations: ['reset', 'authorize', 'callback', 'token', 'call', 'refresh', 'revoke', 'status', 'logs', 'clock', 'restart'],
  capabilities: ['client.concurrent', 'client.discovery', 'client.iss', 'client.multi-as', 'client.native-loopback', 'client.app-scheme',
    'client.web', 'client.oidc', 'client.parallel', 'client.refresh', 'client.two-sessions', 'client.userinfo'],
});`;

/** An authorization request that is as good as any, so that the rest of a row is reached. */
const authorize = `import { createHash, randomBytes } from 'node:crypto';
let at;
export const authorize = () => {
  const url = new URL(at.endpoints.authorization);
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const parameters = { response_type: 'code', client_id: at.clientId, redirect_uri: at.redirectUri, scope: at.scope.join(' '),
    state: randomBytes(24).toString('base64url'), code_challenge: challenge, code_challenge_method: 'S256' };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return { result: 'ok', url: url.href };
};
export const reset = (configuration) => { at = configuration; return { result: 'ok' }; };`;

const quiet = `export const logs = () => ({ result: 'ok', lines: [at.logMarker] });`;
const everyOther = ['token', 'refresh', 'revoke', 'restart'];

function answering(answer: string, names: readonly string[]): string {
  return names.map((name) => `export const ${name} = () => (${answer});`).join('\n');
}

const ok = `{ result: 'ok' }`;
const rejected = `{ result: 'rejected', error: 'invalid_grant' }`;
const loggedOut = `export const status = () => ({ result: 'ok', authenticated: false });`;

export const dishonestClients = {
  'always answers ok': [
    hello,
    authorize,
    quiet,
    answering(ok, [...everyOther, 'callback']),
    `export const call = () => ({ result: 'ok', status: 200 });`,
    `export const status = () => ({ result: 'ok', authenticated: true });`,
  ].join('\n'),
  'always answers rejected': [
    hello,
    authorize,
    quiet,
    answering(rejected, [...everyOther, 'callback', 'call']),
    loggedOut,
  ].join('\n'),
  'refuses to begin': [
    hello,
    answering(ok, ['reset']),
    answering(rejected, [...everyOther, 'authorize', 'callback', 'call']),
    loggedOut,
  ].join('\n'),
  crashes: [
    hello,
    authorize,
    quiet,
    answering('process.exit(7)', [...everyOther, 'callback', 'call']),
    loggedOut,
  ].join('\n'),
  hangs: [
    hello,
    authorize,
    quiet,
    answering('new Promise(() => {})', [...everyOther, 'callback', 'call']),
    loggedOut,
  ].join('\n'),
  'loops for ever': [
    hello,
    authorize,
    quiet,
    ...[...everyOther, 'callback', 'call'].map((name) => `export const ${name} = () => { for (;;); };`),
    loggedOut,
  ].join('\n'),
} as const;

/** Redeems the code of any response and, where state was wrong, claims to have refused it. */
export function liar(reference: string): string {
  return `export * from ${JSON.stringify(reference)};
import * as real from ${JSON.stringify(reference)};
let state;
export const authorize = async (inputs) => {
  const answer = await real.authorize(inputs);
  state = answer.url && new URL(answer.url).searchParams.get('state');
  return answer;
};
let lied = false;
export const callback = async (inputs) => {
  const answer = await real.callback(inputs);
  lied = new URL(inputs.url).searchParams.get('state') !== state;
  return lied ? { result: 'rejected', error: 'state_mismatch' } : answer;
};
export const status = async (inputs) => {
  const answer = await real.status(inputs);
  return lied ? { result: 'ok', authenticated: false } : answer;
};
`;
}
