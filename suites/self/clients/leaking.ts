import { readFileSync } from 'node:fs';
import type { TestContext } from 'node:test';
import { throwAwayAdapter } from '../throw-away-adapter.js';

/**
 * An adapter that writes every secret which passes through it to its log, its error stream and its answers, in every
 * spelling; what it wrote is told at `seen`, a line of JSON each. It takes any response for its own, so that there is
 * something to find.
 */
export function leakingAdapter(t: Pick<TestContext, 'after'>, seen: string): string {
  return throwAwayAdapter(t, `const seen = ${JSON.stringify(seen)};\n${leaks}`);
}

/** Names and values that the adapter wrote. */
export function leakedAt(seen: string): [string, string][] {
  const lines = readFileSync(seen, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as [string, string]);
}

const leaks = `
import { appendFileSync } from 'node:fs';

const spellings = [
  String,
  encodeURIComponent,
  (text) => Buffer.from(text).toString('base64'),
  (text) => Buffer.from(text).toString('base64url'),
  (text) => JSON.stringify(text).slice(1, -1),
];
const told_ = new Set();

function leak(name, value) {
  if (typeof value !== 'string' || value.length < 12) return;
  appendFileSync(seen, JSON.stringify([name, value]) + '\\n');
  const text = spellings.map((spell) => spell(value)).join(' ');
  told_.add(text);
  process.stderr.write('debug ' + text + '\\n');
  lines?.push('debug ' + text);
}

const send = globalThis.fetch;
globalThis.fetch = async (url, options = {}) => {
  for (const [name, value] of new URLSearchParams(String(options.body ?? '')))
    if (['code', 'code_verifier', 'client_secret', 'refresh_token', 'token'].includes(name)) leak(name, value);
  const answer = await send(url, options);
  const text = await answer.clone().text();
  for (const [, name, value] of text.matchAll(/"((?:access|refresh|id)_token)":"([^"]+)"/g)) leak(name, value);
  return answer;
};

const { reset, callback } = operations;
operations.reset = (configuration) => {
  told_.clear();
  const result = reset(configuration);
  for (const provider of providers()) leak('client_secret', provider.clientSecret);
  return result;
};

/** A response that nobody asked for is answered for the login that is under way. */
operations.callback = async (inputs) => {
  const url = inputs.url === undefined ? undefined : new URL(inputs.url);
  if (url !== undefined && !pending.has(url.searchParams.get('state')) && pending.size > 0)
    url.searchParams.set('state', [...pending.keys()][0]);
  const result = await callback(url === undefined ? inputs : { ...inputs, url: url.href });
  return result.result === 'ok' ? result : { ...result, error: result.error + ' ' + [...told_].join(' ') };
};
`;
