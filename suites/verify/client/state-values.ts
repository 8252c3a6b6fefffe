import type { Judge } from '../../../fixtures/verdict/judge.js';
import { variation } from '../guessability.js';
import { isSequence } from './sequence.js';

/** Bits that make guessing hopeless, and those below which it is not (a random UUID has 122). */
const enough = 128;
const tooFew = 64;

/** Requests below which a measure of their values would say little. */
const measurable = 5;

/** A parameter without a value counts as left out (RFC 6749 §3.1). */
const stateOf = (parameters: URLSearchParams) => parameters.get('state') || undefined;

/** Each request carries state, or what may stand in for it: PKCE at a server that is known to have it, or a nonce. */
export function verifyProtected(
  judge: Judge,
  requests: readonly URLSearchParams[],
  pkce: 'S256 is promised' | 'S256 is not promised',
): void {
  const standIns = requests
    .filter((parameters) => stateOf(parameters) === undefined)
    .map((parameters) => {
      if (pkce === 'S256 is promised' && hasS256(parameters)) return 'the S256 challenge';
      if (hasOpenid(parameters) && parameters.has('nonce')) return 'the nonce';
      return judge.fail({
        expected: 'state in each authorization request',
        received: `none, where ${pkce}, and ${hasS256(parameters) ? 'an' : 'no'} S256 challenge`,
      });
    });
  for (const standIn of new Set(standIns))
    judge.note(`no state: ${standIn} stands in for it (RFC 9700 §4.7.1)`);
}

function hasS256(parameters: URLSearchParams): boolean {
  return parameters.has('code_challenge') && parameters.get('code_challenge_method') === 'S256';
}

function hasOpenid(parameters: URLSearchParams): boolean {
  return (parameters.get('scope') ?? '').split(' ').includes('openid');
}

/** All values differ, are no sequence, and vary in enough places. */
export function verifyUnguessable(judge: Judge, requests: readonly URLSearchParams[]): void {
  const values = requests.flatMap((parameters) => stateOf(parameters) ?? []);
  const different = new Set(values).size;
  if (different < values.length)
    judge.fail({
      expected: `${values.length} different values of state`,
      received: `${different} different`,
    });
  if (isSequence(values))
    judge.fail({ expected: 'values of state that nobody can predict', received: 'numbers that only grow' });
  if (values.length < measurable) return;
  const { bits, why } = variation(values);
  if (bits >= enough) return;
  const finding = {
    expected: `at least ${enough} bits to guess of state`,
    received: `${bits.toFixed(0)} bits at most (${why})`,
  };
  if (bits < tooFew) judge.fail(finding);
  judge.warn(finding);
}
