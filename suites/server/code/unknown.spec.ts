import { unique } from '../../../fixtures/server/pkce.js';
import { describeAnswer } from '../../../fixtures/server/server-under-test.js';
import { madeUpCode } from '../../../fixtures/server/token-parameters.js';
import type { Judge } from '../../../fixtures/verdict/judge.js';
import type { Answer } from '../../../fixtures/wire/transport.js';
import { requirement } from '../../requirement.js';
import { test } from '../../test.js';
import { alike, errorCode, verifyTokenError } from '../../verify/token-error.js';
import { carriesAccessToken } from '../../verify/token-refusal.js';

test(
  'A made-up code gives invalid_grant',
  requirement({
    level: 'MUST',
    severity: 'medium',
    tier: 'core',
    clauses: ['RFC 6749 §5.2'],
    attack: 'Clients cannot tell a dead code from an outage, and server errors leak internals.',
    threats: [],
    tested:
      'Redeems a made-up code, and a genuine one with a changed character, in requests that are complete otherwise.',
    fix: 'Answer a code that is not found with 400, a JSON body and error=invalid_grant.',
    needs: ['as.code', 'as.endpoints'],
    negative: true,
    control: 'the token endpoint issues a token',
  }),
  async ({ server, judge }) => {
    const comparison = await server.tokenRequest({ grant_type: 'urn:harness:none' });
    await judge.variant('a made-up code', async () =>
      verifyUnknown(judge, await server.tokenRequest({ ...madeUpCode(server), code: unique() }), comparison),
    );
    if (server.facts.login === undefined) return judge.note('no genuine code is at hand to change');
    await judge.variant('a genuine code, changed', async () => {
      const grant = await server.obtainCode();
      verifyUnknown(judge, await server.redeem(grant, { code: changedInside(grant.code) }), comparison);
    });
  },
);

/** `comparison`: the answer to a grant_type that nobody knows; the same one again is not about the code. */
function verifyUnknown(judge: Judge, answer: Answer, comparison: Answer): void {
  if (alike(answer, comparison) && !carriesAccessToken(answer))
    judge.inconclusive(
      '400 with error=invalid_grant',
      `${describeAnswer(answer)}, as for an unknown grant_type`,
    );
  const named = errorCode(answer) === 'invalid_grant';
  const toleratedStatus = (status: number) => named && status > 400 && status < 500;
  verifyTokenError(judge, answer, { error: 'invalid_grant', tolerated: [], toleratedStatus });
}

/** The code with the character in its middle changed to another of its kind. */
function changedInside(code: string): string {
  const middle = Math.floor(code.length / 2);
  const letter = code.charAt(middle);
  const [first, second] = /\d/.test(letter) ? '01' : /[A-Z]/.test(letter) ? 'AB' : 'ab';
  return `${code.slice(0, middle)}${letter === first ? second : first}${code.slice(middle + 1)}`;
}
