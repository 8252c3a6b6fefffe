import { textsOf } from '../environment-references.js';
import { knownProviders } from '../known-providers.js';
import type { ConnectionRule } from './rule.js';

export const pastedToken: ConnectionRule = {
  level: 'error',
  demands: 'No token, signed JWT or private key stands in the manifest.',
  remedy: 'Remove it, and revoke it at the provider: it is known from now on.',
  check(connection) {
    return (
      textsOf(connection)
        // A client secret that is written out has a rule of its own.
        .filter(({ path, text }) => path[1] !== 'clientSecret' && isToken(text))
        .map(({ path }) => ({
          path,
          what: 'holds what looks like a token or private key',
          why: 'everyone who can read the manifest could use it',
          instead: 'Remove it, and revoke it at the provider: it is known from now on',
        }))
    );
  },
};

/** Lengths are bounded, so that no text takes more than one walk through it. */
const jwt = /\beyJ[\w-]{8,512}\.eyJ[\w-]{8}/;
const privateKey = /-----BEGIN (?:[A-Z]+ ){0,3}PRIVATE KEY-----/;
let providerToken: RegExp | undefined;

function isToken(text: string): boolean {
  providerToken ??= new RegExp(`(?<!\\w)(?:${prefixes().join('|')})[\\w-]{16}`);
  return jwt.test(text) || privateKey.test(text) || providerToken.test(text);
}

function prefixes(): string[] {
  const all = knownProviders().flatMap(({ tokenPrefixes = [] }) => tokenPrefixes);
  return all.map((prefix) => prefix.replaceAll('.', '\\.'));
}
